package dev.holdfast.authorization.core.attempt;

/** What a driver, or whoever helps them, can do about a refusal. */
public enum DeclineKind {
  /** The bank wants the PIN, which this terminal could not ask for: insert the card. */
  PIN_NEEDED,
  /** The account does not cover the hold. */
  FUNDS,
  /** The bank has blocked the card: lost, stolen, closed, suspected of fraud. */
  CARD_BLOCKED,
  EXPIRED_CARD,
  /** The card is not meant for this: not at unattended terminals, not abroad, over a limit. */
  NOT_PERMITTED,
  /** This scheme or sort of card is not taken here. */
  TRY_OTHER_CARD,
  /** The bank did not answer in time: the same card may work later. */
  ISSUER_DOWN,
  /** The terminal could not read the card: present it again. */
  READ_ERROR,
  OTHER
}
