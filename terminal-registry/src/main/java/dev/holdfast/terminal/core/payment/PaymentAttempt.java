package dev.holdfast.terminal.core.payment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One call to the gateway that may have moved money.
 *
 * @param at when it was sent
 * @param reason why it was refused, or why its outcome is unknown; null while it is on its way for
 *     the first time
 */
public record PaymentAttempt(
    Purpose purpose, Outcome outcome, Instant at, @Nullable String reason) {

  /** What it was for. */
  public enum Purpose {
    AUTHORIZE,
    /** Taking money from the hold, or giving the hold back. */
    SETTLE,
    REFUND,
    /** Something that this version does not know. */
    OTHER
  }

  /** What became of it. */
  public enum Outcome {
    APPROVED,
    REFUSED,
    UNKNOWN
  }

  /** Was the gateway asked without a certain answer? A call that was only just sent was not. */
  boolean isUnanswered() {
    return outcome == Outcome.UNKNOWN && reason != null;
  }

  boolean hasSettled() {
    return purpose == Purpose.SETTLE && outcome == Outcome.APPROVED;
  }
}
