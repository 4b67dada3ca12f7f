package dev.holdfast.authorization.core;

import dev.holdfast.authorization.core.attempt.Answer;
import dev.holdfast.authorization.core.attempt.Attention.Seen;
import dev.holdfast.authorization.core.attempt.Plan;
import java.time.Instant;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What can happen to an authorization. */
public sealed interface Command {
  /** What takes a payment its way. */
  sealed interface Step extends Command {}

  /**
   * The driver presented a card.
   *
   * @param before what the gateway showed before its bank is asked; null where nobody looked
   */
  record CardRead(Card card, @Nullable String before) implements Step {
    /** Where nobody looked at the gateway before. */
    public CardRead(Card card) {
      this(card, null);
    }
  }

  /** No card will come: the time is up, or the terminal cannot read one. */
  record NoCard(String reason) implements Step {}

  /** The terminal reads no card for this payment any more, and no hold will come of it. */
  record Disarmed() implements Step {}

  /** The gateway answered an attempt, at the call or at a look-up. */
  record Answered(int attempt, Answer answer) implements Step {}

  /** Settlement decided what to do with the money; versions of one settlement grow. */
  record Settle(long settlementVersion, Plan plan) implements Step {}

  /** The platform or an operator wants no charge: the hold is given back, or never placed. */
  record Cancel(String reason) implements Step {}

  /** Time has passed: a driver's, or that of a hold, may be over. */
  record Lapse() implements Step {}

  /**
   * A person knows what really happened where the gateway does not say it.
   *
   * @param version of the state that the person has seen
   * @param who who says so, and how they know
   */
  record Resolve(long version, Resolution resolution, Seen who) implements Command {}

  /** What a person says has really happened. */
  sealed interface Resolution {
    /**
     * The gateway did what this attempt asked for.
     *
     * @param amount what was held, taken, given back or paid back
     * @param holdExpiresAt of meaning for AUTHORIZE only, and needed there
     */
    record Done(int attempt, String gatewayReference, Money amount, @Nullable Instant holdExpiresAt)
        implements Resolution {}

    /** Money of this hold was taken, whatever this attempt asked for. */
    record Taken(int attempt, String gatewayReference, Money amount) implements Resolution {}

    /** The gateway did not do what this attempt asked for, and will not. */
    record Refused(int attempt) implements Resolution {}

    /** The gateway never acted on this attempt: send it again. */
    record NotActed(int attempt) implements Resolution {}

    /** The terminal reads no card for this payment. */
    record TerminalFree() implements Resolution {}
  }

  /** A person has looked at what needed one; it moves no money. */
  record Acknowledge(int attention, Seen who) implements Command {}
}
