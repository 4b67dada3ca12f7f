package dev.holdfast.doors;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * What texts of requests stand for, within the bounds of what every service keeps. What is beyond
 * them, or reads otherwise, is an {@code IllegalArgumentException} or a {@code DateTimeException}.
 */
public final class Texts {
  private static final Instant YEAR_10000 = Instant.parse("+10000-01-01T00:00:00Z");

  private Texts() {}

  /** The JDK reads 1-1-1-1-1 as well, and says it back in another way. */
  public static UUID uuid(String text) {
    UUID uuid = UUID.fromString(text);
    if (!uuid.toString().equalsIgnoreCase(text)) {
      throw new IllegalArgumentException(text);
    }
    return uuid;
  }

  /** In microseconds, of the years 1970 to 9999. */
  public static Instant instant(String text) {
    Instant instant = Instant.parse(text).truncatedTo(ChronoUnit.MICROS);
    if (instant.isBefore(Instant.EPOCH) || !instant.isBefore(YEAR_10000)) {
      throw new DateTimeException(text);
    }
    return instant;
  }

  /** Of the years 1970 to 9999. */
  public static LocalDate day(String text) {
    LocalDate day = LocalDate.parse(text);
    if (day.getYear() < 1970 || day.getYear() > 9999) {
      throw new DateTimeException(text);
    }
    return day;
  }
}
