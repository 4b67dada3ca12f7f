package dev.holdfast.samples.bad.terminal;

import dev.holdfast.samples.bad.terminal.payter.PayterLine;

/** Goes past the port. */
public final class AskTheBank {
  /** What a table must not take. */
  public record Answer(String text) {}

  Answer ask() {
    return new Answer(new PayterLine().text());
  }
}
