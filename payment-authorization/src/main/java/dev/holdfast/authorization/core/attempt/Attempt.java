package dev.holdfast.authorization.core.attempt;

import java.time.Instant;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One call to the gateway that may move money.
 *
 * @param number counts the attempts of one authorization from 1
 * @param reason the gateway's reason for a refusal, or why the outcome is unknown
 * @param at when it was written, which is before it was first sent
 * @param unanswered how often the gateway was asked without a certain answer
 * @param before what its gateway showed before the call, as the adapter wrote it down to tell what
 *     is new afterwards; null where it wrote nothing
 */
public record Attempt(
    int number,
    Kind kind,
    Money amount,
    Outcome outcome,
    @Nullable String gatewayReference,
    @Nullable String reason,
    Instant at,
    int unanswered,
    @Nullable String before) {

  static Attempt sent(int number, Kind kind, Money amount, Instant at, @Nullable String before) {
    return new Attempt(number, kind, amount, Outcome.SENT, null, null, at, 0, before);
  }

  /**
   * The same for every repetition of this attempt: {@code reference:kind:number}, below 64
   * characters.
   */
  public String idempotencyKey(UUID reference) {
    return reference + ":" + kind + ":" + number;
  }

  /** The gateway did it, and calls it by this name. */
  public Attempt approved(String newGatewayReference) {
    return new Attempt(
        number, kind, amount, Outcome.APPROVED, newGatewayReference, null, at, unanswered, before);
  }

  /** The gateway did not do it, and will not. */
  public Attempt refused(String why) {
    return new Attempt(
        number, kind, amount, Outcome.REFUSED, gatewayReference, why, at, unanswered, before);
  }

  /** Nobody knows whether it was done. */
  public Attempt unknown(String why) {
    return new Attempt(
        number, kind, amount, Outcome.UNKNOWN, gatewayReference, why, at, unanswered + 1, before);
  }

  /** It was certainly not done, and goes out once more. */
  public Attempt sentAgain(String why) {
    return new Attempt(
        number, kind, amount, Outcome.SENT, gatewayReference, why, at, unanswered + 1, before);
  }
}
