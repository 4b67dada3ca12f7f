package dev.holdfast.authorization.stripe;

/** Cards that a test presents, by what their banks do. */
public enum StripeCard {
  APPROVED,
  /** Held, but an increment is declined. */
  NO_MORE,
  /** Held, and says that no increment is possible. */
  NOT_INCREMENTABLE,
  DECLINED,
  /** The bank has not answered yet. */
  SLOW,
  /** The reader loses its connection: nothing is known of the card. */
  READER_FAILS
}
