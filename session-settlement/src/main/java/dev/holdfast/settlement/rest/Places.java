package dev.holdfast.settlement.rest;

import dev.holdfast.settlement.core.Totals;
import dev.holdfast.settlement.core.journal.DayBalance;
import dev.holdfast.settlement.core.journal.OpenShortfall;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;

/**
 * Places in lists of sums, as {@code after} takes them. An id of a CPO may hold any sign, so it
 * stands last.
 */
final class Places {
  private static final String SIGN = "~";

  private Places() {}

  static String text(DayBalance.Place place) {
    return String.join(
        SIGN, place.day().toString(), place.currency(), place.account(), place.cpoId());
  }

  static DayBalance.Place ofDayBalance(String text) {
    var parts = parts(text, 4);
    return new DayBalance.Place(parsed(parts[0], LocalDate::parse), parts[3], parts[1], parts[2]);
  }

  static String text(OpenShortfall.Place place) {
    return String.join(SIGN, String.valueOf(place.age()), place.currency(), place.cpoId());
  }

  static OpenShortfall.Place ofShortfall(String text) {
    var parts = parts(text, 3);
    return new OpenShortfall.Place(parts[2], parts[1], Integer.parseInt(parts[0]));
  }

  static String text(Totals.Place place) {
    return String.join(SIGN, place.from().toString(), place.currency(), place.cpoId());
  }

  static Totals.Place ofTotals(String text) {
    var parts = parts(text, 3);
    return new Totals.Place(parsed(parts[0], Instant::parse), parts[2], parts[1]);
  }

  private static String[] parts(String text, int count) {
    var parts = text.split(SIGN, count);
    if (parts.length < count) {
      throw new IllegalArgumentException(text);
    }
    return parts;
  }

  private static <T> T parsed(String text, Function<String, T> reading) {
    try {
      return reading.apply(text);
    } catch (DateTimeException wrong) {
      throw new IllegalArgumentException(text, wrong);
    }
  }
}
