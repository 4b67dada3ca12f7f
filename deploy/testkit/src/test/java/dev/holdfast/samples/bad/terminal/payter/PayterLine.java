package dev.holdfast.samples.bad.terminal.payter;

/** An adapter. */
public final class PayterLine {
  /** What it says. */
  public String text() {
    return "";
  }
}
