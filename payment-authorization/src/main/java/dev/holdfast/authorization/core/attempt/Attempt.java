package dev.holdfast.authorization.core.attempt;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One call to the gateway that may move money.
 *
 * @param number counts the attempts of one authorization from 1
 * @param reason the gateway's reason for a refusal, why the outcome is unknown, or who said so
 * @param at when it was written, which is before it was first sent
 * @param unanswered how often the gateway was asked without a certain answer
 * @param before what its gateway showed before the call, as the adapter wrote it down to tell what
 *     is new afterwards; null where it wrote nothing
 * @param unknownSince since when nobody waits for the answer of the call any more; null while
 *     somebody may
 * @param moved what the gateway really held, took, gave back or paid back; null where it did not
 *     approve, or where nobody wrote it down
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
    @Nullable String before,
    @Nullable Instant unknownSince,
    @Nullable Money moved) {

  static Attempt sent(int number, Kind kind, Money amount, Instant at, @Nullable String before) {
    return new Attempt(number, kind, amount, Outcome.SENT, null, null, at, 0, before, null, null);
  }

  /**
   * The same for every repetition of this attempt: {@code reference:kind:number}, below 64
   * characters.
   */
  public String idempotencyKey(UUID reference) {
    return reference + ":" + kind + ":" + number;
  }

  /** The gateway moved so much, and calls it by this name. */
  public Attempt approved(String newGatewayReference, Money newMoved) {
    return new Attempt(
        number,
        kind,
        amount,
        Outcome.APPROVED,
        newGatewayReference,
        null,
        at,
        unanswered,
        before,
        null,
        newMoved);
  }

  /** The gateway did not do it, and will not. */
  public Attempt refused(String why) {
    return with(Outcome.REFUSED, gatewayReference, why, unanswered, null);
  }

  /** Nobody knows whether it was done. */
  public Attempt unknown(String why, Instant now) {
    var since = unknownSince == null ? now : unknownSince;
    return with(Outcome.UNKNOWN, gatewayReference, why, unanswered + 1, since);
  }

  /** It was certainly not done, and goes out once more; a call and its look-up count as one. */
  public Attempt sentAgain(String why) {
    var asked = outcome == Outcome.SENT ? unanswered + 1 : unanswered;
    return with(Outcome.SENT, gatewayReference, why, asked, null);
  }

  /** With the words of whoever said what became of it. */
  public Attempt because(String words) {
    return with(outcome, gatewayReference, words, unanswered, unknownSince);
  }

  /**
   * Can a call of this attempt not be under way any more? A capture or a release need not be waited
   * for: a session ends once, however often it is told to.
   */
  public boolean isSettled(Duration settle, Instant now) {
    return switch (kind) {
      case AUTHORIZE, REFUND -> unknownSince != null && !now.isBefore(unknownSince.plus(settle));
      case CAPTURE, OVER_COMMIT, WHOLE, HOLD, RELEASE -> true;
    };
  }

  private Attempt with(
      Outcome newOutcome,
      @Nullable String reference,
      @Nullable String why,
      int asked,
      @Nullable Instant since) {
    return new Attempt(
        number, kind, amount, newOutcome, reference, why, at, asked, before, since, moved);
  }
}
