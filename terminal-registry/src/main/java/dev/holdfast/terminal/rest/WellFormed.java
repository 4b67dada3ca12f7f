package dev.holdfast.terminal.rest;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;

/** What names and numbers look like at this door, and what is said when they do not. */
final class WellFormed {
  /** Ids of CPOs, chargers and EVSEs: eMI3 ids and the like. */
  static final String ID = "[A-Za-z0-9][A-Za-z0-9*._:+-]{0,63}";

  static final String ID_REMEDY =
      "must be 1 to 64 letters, digits or any of * . _ : + - and begin with a letter or digit";

  /** The one character that the database cannot keep. */
  static final String TEXT = "[^\\x00]*";

  static final String TEXT_REMEDY = "must not contain the character U+0000";
  static final String ENVIRONMENT = "ACCEPTANCE|PRODUCTION";
  static final String ENVIRONMENT_REMEDY = "must be ACCEPTANCE or PRODUCTION";

  private WellFormed() {}

  /** The instant that a parameter names, to the microsecond, as the database keeps it. */
  static Instant instant(String field, String text) {
    try {
      return Instant.parse(text).truncatedTo(ChronoUnit.MICROS);
    } catch (DateTimeParseException wrong) {
      throw Problems.badField(field, "must be an instant in UTC, for example 2026-01-01T00:00:00Z");
    }
  }
}
