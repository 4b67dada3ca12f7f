package dev.holdfast.settlement.rest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the times that a caller asks with. */
final class TimeParameter {
  private static final Instant YEAR_10000 = Instant.parse("+10000-01-01T00:00:00Z");
  private static final String A_DAY = "send a day from 1970 on, such as 2026-11-22";
  private static final String AN_INSTANT =
      "send a UTC time from 1970 on, such as 2026-11-22T12:00:00Z";

  private TimeParameter() {}

  static ZoneId timeZone(String field, @Nullable String value) {
    return read(
        field,
        value,
        ZoneId::of,
        "send a name of the IANA time zone database, such as Europe/Berlin");
  }

  static LocalTime timeOfDay(String field, @Nullable String value) {
    return read(field, value, LocalTime::parse, "send a time of day, such as 04:00")
        .truncatedTo(ChronoUnit.MINUTES);
  }

  static LocalDate day(String field, @Nullable String value) {
    LocalDate day = read(field, value, LocalDate::parse, A_DAY);
    if (day.getYear() < 1970 || day.getYear() > 9999) {
      throw Problems.refused(field, value, A_DAY);
    }
    return day;
  }

  private static <T> T read(
      String field, @Nullable String value, Function<String, T> reading, String remedy) {
    try {
      return reading.apply(value == null ? "" : value);
    } catch (DateTimeException malformed) {
      throw Problems.refused(field, value, remedy);
    }
  }

  static Instant instant(String field, @Nullable String value, Instant missing) {
    if (value == null || value.isEmpty()) {
      return missing;
    }
    Instant instant = read(field, value, Instant::parse, AN_INSTANT);
    if (instant.isBefore(Instant.EPOCH) || !instant.isBefore(YEAR_10000)) {
      throw Problems.refused(field, value, AN_INSTANT);
    }
    return instant;
  }
}
