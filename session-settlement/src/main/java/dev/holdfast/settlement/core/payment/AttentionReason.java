package dev.holdfast.settlement.core.payment;

/** Why a person must look at a settlement. */
public enum AttentionReason {
  /** Another session came on the same reference; the first stands. */
  SECOND_SESSION,
  /** The same session and revision came with another content; the first stands. */
  CONFLICTING_CLOSE,
  /** Another payment has taken the session; nothing is captured on this one. */
  SESSION_ON_TWO_PAYMENTS,
  /** The session is priced in another currency than the hold; nothing is captured. */
  CURRENCY_MISMATCH,
  /** More was paid back than any revision of the session asks for. */
  REFUND_NOT_ASKED,
  /** A session is known, and no hold; one that comes later still joins. */
  NO_AUTHORIZATION,
  /** A session began and never closed, and its hold is over: what it costs nobody knows. */
  NOT_BILLED,
  /** Money was taken, and no close says what for. */
  CAPTURED_WITHOUT_SESSION,
  /** What was decided was not done in time; payment-authorization knows why. */
  NOT_EXECUTED,
  /** The gateway paid back less than it was asked for; asking again for the rest is in vain. */
  REFUND_CUT_SHORT,
  /** Support wants something given back, and so much that a second person must approve it. */
  GOODWILL_WAITS
}
