package dev.holdfast.delivery;

import dev.holdfast.text.Characters;
import java.time.Instant;
import org.apache.avro.generic.IndexedRecord;

/** Refuses what nobody can have meant: a text that cannot be kept, a time that no clock shows. */
final class Plausible {
  private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

  private Plausible() {}

  /**
   * The record, if its key and all that it holds are plausible.
   *
   * @throws Unacceptable if not: it names the first field that is not
   */
  static <T extends IndexedRecord> T only(String key, T record) {
    text("key", key);
    Leaves.of(record, Plausible::check);
    return record;
  }

  private static void check(String field, Object value) {
    switch (value) {
      case CharSequence text -> text(field, text.toString());
      case Instant time -> time(field, time);
      default -> {
        // handlers bound their numbers
      }
    }
  }

  private static void text(String field, String text) {
    if (Characters.hasNul(text)) {
      throw new Unacceptable(
          field
              + " holds the character U+0000, which no text here may hold: publish again without it");
    }
  }

  private static void time(String field, Instant time) {
    if (time.isBefore(FIRST) || !time.isBefore(LAST)) {
      throw new Unacceptable(
          field
              + " is "
              + time
              + ", and no clock could have shown this time: send microseconds since 1970, or say the"
              + " unit with the logical type of the schema");
    }
  }
}
