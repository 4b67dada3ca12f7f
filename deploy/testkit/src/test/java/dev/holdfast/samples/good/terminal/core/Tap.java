package dev.holdfast.samples.good.terminal.core;

/** A family. */
public sealed interface Tap permits Waiting, Done {
  /** What comes next. */
  Tap next();
}
