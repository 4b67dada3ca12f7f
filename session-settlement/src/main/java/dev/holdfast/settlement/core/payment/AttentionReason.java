package dev.holdfast.settlement.core.payment;

/** Why a person must look at a settlement. */
public enum AttentionReason {
  /** Another session came on the same reference; the first stands. */
  SECOND_SESSION,
  /** The same session and revision came with another content; the first stands. */
  CONFLICTING_CLOSE,
  /** The session is priced in another currency than the hold; nothing is captured. */
  CURRENCY_MISMATCH,
  /** More was paid back than any revision of the session asks for. */
  REFUND_NOT_ASKED,
  /** The session has closed, and no hold is known; one that comes later still joins. */
  NO_AUTHORIZATION,
  /** The gateway paid back less than it was asked for; asking again for the rest is in vain. */
  REFUND_CUT_SHORT
}
