package dev.holdfast.terminal.rest;

/** What names and numbers look like at this door, and what is said when they do not. */
final class WellFormed {
  /** Ids of CPOs, chargers and EVSEs: eMI3 ids and the like. */
  static final String ID = "[A-Za-z0-9][A-Za-z0-9*._:+-]{0,63}";

  static final String ID_REMEDY =
      "must be 1 to 64 letters, digits or any of * . _ : + - and begin with a letter or digit";

  /** The one character that the database cannot keep. */
  static final String TEXT = "[^\\x00]*";

  static final String TEXT_REMEDY = "must not contain the character U+0000";

  private WellFormed() {}
}
