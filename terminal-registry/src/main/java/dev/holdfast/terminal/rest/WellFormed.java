package dev.holdfast.terminal.rest;

import dev.holdfast.terminal.core.Vendor;

/** What names and numbers look like at this door, and what is said when they do not. */
final class WellFormed {
  static final String SERIAL = Vendor.SERIAL;
  static final String SERIAL_REMEDY =
      "must be a serial as printed on the terminal: a capital letter, 5 to 22 capital letters or"
          + " digits, perhaps a dash and a suffix; for example P6820211200171";

  /** Ids of CPOs, chargers and EVSEs: eMI3 ids and the like. */
  static final String ID = "[A-Za-z0-9][A-Za-z0-9*._:+-]{0,63}";

  static final String ID_REMEDY =
      "must be 1 to 64 letters, digits or any of * . _ : + - and begin with a letter or digit";
  static final String ENVIRONMENT = "ACCEPTANCE|PRODUCTION";
  static final String ENVIRONMENT_REMEDY = "must be ACCEPTANCE or PRODUCTION";

  private WellFormed() {}
}
