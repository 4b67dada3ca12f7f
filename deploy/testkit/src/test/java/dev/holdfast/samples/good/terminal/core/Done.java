package dev.holdfast.samples.good.terminal.core;

/** Knows what it follows. */
public record Done() implements Tap {
  @Override
  public Tap next() {
    return new Waiting();
  }
}
