package dev.holdfast.authorization.stripe;

/** Cards that a test presents, and how the simulator names what their banks do. */
public enum StripeCard {
  APPROVED("APPROVES"),
  /** Held, but an increment is declined. */
  NO_MORE("APPROVES_NO_MORE"),
  /** Held, and says that no increment is possible. */
  NOT_INCREMENTABLE("KNOWS_NO_INCREMENT"),
  DECLINED("DECLINES"),
  /** The contactless charge is declined, and the reader asks for card and PIN. */
  WANTS_PIN("WANTS_PIN"),
  /** The bank has not answered yet. */
  SLOW("IS_SLOW"),
  /** The reader fails: nothing is known of the card. */
  READER_FAILS("IS_NOT_ASKED");

  final String bank;

  StripeCard(String bank) {
    this.bank = bank;
  }
}
