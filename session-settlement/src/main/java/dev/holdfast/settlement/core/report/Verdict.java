package dev.holdfast.settlement.core.report;

import org.jspecify.annotations.Nullable;

/** How a line ended, of which movement it tells, and what a person can do about it. */
public record Verdict(Result result, @Nullable Movement movement, @Nullable String remedy) {
  /** How a line ended. */
  public enum Result {
    MATCHED,
    AMOUNT_DIFFERS,
    /** The report names what is not known here. */
    MISSING_HERE,
    /** What is known here is not named by the report. */
    MISSING_THERE,
    /** The movement was reported before. */
    DUPLICATE,
    /** The line cannot be read. */
    BROKEN
  }
}
