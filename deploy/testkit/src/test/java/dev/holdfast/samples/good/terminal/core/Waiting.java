package dev.holdfast.samples.good.terminal.core;

/** Knows what follows it. */
public record Waiting() implements Tap {
  @Override
  public Tap next() {
    return new Done();
  }
}
