package dev.holdfast.settlement.rest.report;

import dev.holdfast.delivery.Unacceptable;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A cell that holds a time, and the one of its line that may hold the time's zone. */
record ZonedCell(String column, String text, String zoneColumn, @Nullable String zone) {
  private static final Instant YEAR_10000 = Instant.parse("+10000-01-01T00:00:00Z");
  private static final Pattern DAY_AND_TIME =
      Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})[T ]([0-9:.]+)");

  /**
   * Short names of time zones. Adyen's page names BST and CEST, and writes CET in June as well:
   * they are zones there, not offsets. Java's own BST is that of Bangladesh.
   */
  private static final Map<String, String> ZONES = zones();

  /** Without a zone it is UTC. */
  Instant time() {
    Instant time = read();
    if (time.isBefore(Instant.EPOCH) || !time.isBefore(YEAR_10000)) {
      throw badTime();
    }
    return time;
  }

  private Instant read() {
    try {
      var parts = DAY_AND_TIME.matcher(text);
      if (parts.matches()) {
        return LocalDateTime.parse(parts.group(1) + "T" + parts.group(2))
            .atZone(zoneId())
            .toInstant();
      }
      return text.contains(":")
          ? Instant.parse(text.replace(' ', 'T'))
          : LocalDate.parse(text).atStartOfDay(zoneId()).toInstant();
    } catch (DateTimeException malformed) {
      throw badTime();
    }
  }

  private Unacceptable badTime() {
    return new Unacceptable(
        "%s: %s is no time from 1970 on; write it as 2026-11-22 12:00:00".formatted(column, text));
  }

  private ZoneId zoneId() {
    if (zone == null) {
      return ZoneOffset.UTC;
    }
    try {
      return ZoneId.of(zone, ZONES);
    } catch (DateTimeException unknown) {
      throw new Unacceptable(
          "%s: %s is no time zone; write one such as Europe/Amsterdam or CET"
              .formatted(zoneColumn, zone));
    }
  }

  private static Map<String, String> zones() {
    var zones = new HashMap<String, String>(ZoneId.SHORT_IDS);
    zones.put("BST", "Europe/London");
    zones.put("CEST", "Europe/Paris");
    return Map.copyOf(zones);
  }
}
