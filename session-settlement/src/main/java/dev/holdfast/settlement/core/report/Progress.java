package dev.holdfast.settlement.core.report;

import java.time.Instant;

/**
 * How far a report is that is being read or booked.
 *
 * @param step a name of {@link Step}, or one that only a newer version knows
 * @param done the last line of the file with which it is done
 * @param total the last line of the file
 */
public record Progress(String step, int done, int total, Instant toldAt) {
  /** What is done with all lines before anything else is done with the first. */
  public enum Step {
    /** The file is read, and its lines are kept. */
    READING,
    /** Their payments are looked for, and the lines that told the same before. */
    MATCHING,
    JUDGING,
    BOOKING,
    BOOKING_BACK
  }
}
