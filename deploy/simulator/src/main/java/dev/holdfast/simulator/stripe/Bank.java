package dev.holdfast.simulator.stripe;

/** What comes of a card that is held to a reader. */
enum Bank {
  APPROVES,
  /** Approves the hold, and no more than that later. */
  APPROVES_NO_MORE,
  /** Approves, and the card's network knows no increments. */
  KNOWS_NO_INCREMENT,
  DECLINES,
  /**
   * Declines the contactless charge and wants the PIN: the reader asks for card and PIN, in the
   * same action.
   */
  WANTS_PIN,
  /** Has not answered yet. */
  IS_SLOW,
  /** Is never asked: the reader fails. */
  IS_NOT_ASKED
}
