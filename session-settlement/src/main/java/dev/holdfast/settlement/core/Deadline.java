package dev.holdfast.settlement.core;

import dev.holdfast.settlement.core.payment.Close;
import dev.holdfast.settlement.core.payment.Contradictions;
import dev.holdfast.settlement.core.payment.Hold;
import dev.holdfast.settlement.core.payment.Session;
import dev.holdfast.settlement.core.payment.Settlement;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a settlement waits for no longer than until a time: all but the settled ones wait. */
public enum Deadline {
  /** A session waits for its hold; then a person is asked. */
  HOLD_UNKNOWN,
  /** A hold waits for a session to start; then it is released. */
  NOT_STARTED,
  /** A hold waits for its session to close; then it is released, before it lapses. */
  NOT_CLOSED,
  /** The hold is over, and the session has not closed; then a person is asked. */
  NOT_BILLED,
  /** What was decided waits to be done; then a person is asked. */
  NOT_EXECUTED,
  /** A hold waits for a person; then what nobody disputes is taken, before it lapses. */
  UNDECIDED;

  /** When, and what is missing then. */
  public record Due(Deadline deadline, Instant at) {}

  /** Does it wait for something that may never come? */
  static boolean isMissable(Settlement settlement) {
    return switch (settlement) {
      case Settlement.AwaitingHold waiting -> true;
      case Settlement.AwaitingSession waiting -> true;
      case Settlement.Decided decided -> true;
      case Settlement.Correcting correcting -> true;
      case Settlement.Settled settled -> false;
      case Settlement.Attention attention -> undisputed(attention) != null;
    };
  }

  /** What may be taken of a hold that waits for a person; null where that is nothing. */
  static @Nullable Close undisputed(Settlement.Attention attention) {
    Hold hold = attention.hold();
    Session session = attention.session();
    if (hold == null || hold.isOver() || session == null) {
      return null;
    }
    Close least = Contradictions.undisputed(session);
    return least != null && least.total().isSameCurrency(hold.zero()) && least.total().isPositive()
        ? least
        : null;
  }

  /** Was it waited for in vain, and has nothing been heard since that ends the wait? */
  static boolean isMissed(@Nullable Settlement settlement) {
    return switch (settlement) {
      case null -> false;
      case Settlement.Attention attention ->
          switch (attention.reason()) {
            case NO_AUTHORIZATION, NOT_BILLED, CAPTURED_WITHOUT_SESSION -> true;
            case NOT_EXECUTED -> !isClosed(attention.session());
            case SECOND_SESSION,
                CONFLICTING_CLOSE,
                SESSION_ON_TWO_PAYMENTS,
                CURRENCY_MISMATCH,
                REFUND_NOT_ASKED,
                REFUND_CUT_SHORT,
                GOODWILL_WAITS ->
                false;
          };
      case Settlement.Decided decided -> !isClosed(decided.session());
      case Settlement.AwaitingHold waiting -> false;
      case Settlement.AwaitingSession waiting -> false;
      case Settlement.Settled settled -> false;
      case Settlement.Correcting correcting -> false;
    };
  }

  private static boolean isClosed(@Nullable Session session) {
    return session != null && session.latest() != null;
  }
}
