package dev.holdfast.authorization.core;

import dev.holdfast.authorization.core.attempt.Answer;
import dev.holdfast.authorization.core.attempt.Plan;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What can happen to an authorization. */
public sealed interface Command {
  /**
   * The driver presented a card.
   *
   * @param before what the gateway showed before its bank is asked; null where nobody looked
   */
  record CardRead(Card card, @Nullable String before) implements Command {
    /** Where nobody looked at the gateway before. */
    public CardRead(Card card) {
      this(card, null);
    }
  }

  /** No card will come: the time is up, or the terminal cannot read one. */
  record NoCard(String reason) implements Command {}

  /** The gateway answered an attempt, at the call or at a look-up. */
  record Answered(int attempt, Answer answer) implements Command {}

  /** Settlement decided what to do with the money; versions of one settlement grow. */
  record Settle(long settlementVersion, Plan plan) implements Command {}

  /** The platform or an operator wants no charge: the hold is given back, or never placed. */
  record Cancel(String reason) implements Command {}

  /** The time of the hold may be over, or near its end: so long before it this is said. */
  record Lapse(Duration notice) implements Command {}

  /**
   * The driver's time is long over, and the gateway does not say that no hold can come any more.
   */
  record StillArmed(String reason) implements Command {}
}
