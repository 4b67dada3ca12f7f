package dev.holdfast.settlement.rest;

import dev.holdfast.settlement.core.payment.Reference;
import dev.holdfast.settlement.core.payment.Resolution.Word;
import dev.holdfast.text.CardNumbers;
import io.quarkus.panache.common.Page;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.jspecify.annotations.Nullable;

/** Reads what a caller asks with; a refusal is a 400 that names the field and the remedy. */
final class Parameter {
  private static final int LONGEST_WORDS = 200;
  private static final String SHORT_TEXT = "send at most 200 letters, digits and signs";
  private static final int LARGEST_PAGE = 500;
  private static final int LAST_PAGE = 10_000;

  private Parameter() {}

  static Reference reference(@Nullable String value) {
    return new Reference(uuid("reference", value, "send the authorization reference, a UUID"));
  }

  static UUID uuid(String field, @Nullable String value, String remedy) {
    try {
      if (value != null && value.length() == 36) {
        return UUID.fromString(value);
      }
    } catch (IllegalArgumentException malformed) {
      throw Problems.refused(field, value, remedy);
    }
    throw Problems.refused(field, value, remedy);
  }

  /** A text that is compared whole; null where none was sent. */
  static @Nullable String text(String field, @Nullable String value) {
    if (value == null || value.isEmpty()) {
      return null;
    }
    if (value.length() > LONGEST_WORDS || value.chars().anyMatch(Character::isISOControl)) {
      throw Problems.refused(field, "one so long or with control characters", SHORT_TEXT);
    }
    return value;
  }

  /** What was sent, as it is read; null where nothing was. */
  static <T> @Nullable T ifSent(@Nullable String value, Function<String, T> reading) {
    return value == null || value.isEmpty() ? null : reading.apply(value);
  }

  static String currency(String value) {
    try {
      return CurrencyUnit.of(value).getCode();
    } catch (IllegalCurrencyException unknown) {
      throw Problems.refused("currency", value, "send a code of ISO 4217 in capitals, such as EUR");
    }
  }

  static <E extends Enum<E>> @Nullable E choice(String field, @Nullable String value, E[] choices) {
    if (value == null || value.isEmpty()) {
      return null;
    }
    return Arrays.stream(choices)
        .filter(choice -> choice.name().equals(value.toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () -> Problems.refused(field, value, "send one of " + Arrays.toString(choices)));
  }

  static <E extends Enum<E>> E mustChoose(String field, @Nullable String value, E[] choices) {
    E choice = choice(field, value, choices);
    if (choice == null) {
      throw Problems.refused(field, value, "send one of " + Arrays.toString(choices));
    }
    return choice;
  }

  static int between(String field, int value, int least, int most) {
    if (value < least || value > most) {
      throw Problems.refused(field, value, "send a number from %d to %d".formatted(least, most));
    }
    return value;
  }

  /** A short text of a person, kept and published: never a card number. */
  static String words(String field, @Nullable String value) {
    if (value == null || value.isBlank() || value.length() > LONGEST_WORDS) {
      throw Problems.refused(field, value, "send 1 to %d characters".formatted(LONGEST_WORDS));
    }
    if (value.chars().anyMatch(Character::isISOControl)) {
      throw Problems.refused(field, "a control character", SHORT_TEXT);
    }
    if (CardNumbers.anyIn(value)) {
      throw Problems.refused(field, "what looks like a card number", "send other words");
    }
    return value;
  }

  /** Who decided, why, and when. */
  static Word word(@Nullable String by, @Nullable String reason, Instant now) {
    return new Word(words("by", by), words("reason", reason), now);
  }

  static Page page(int page, int size) {
    return Page.of(between("page", page, 0, LAST_PAGE), between("size", size, 1, LARGEST_PAGE));
  }
}
