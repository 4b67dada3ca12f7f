package dev.holdfast.settlement.core;

import dev.holdfast.settlement.core.journal.DaySpan;
import java.math.BigInteger;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the taps of one hour or day of a CPO came to, in one currency.
 *
 * @param from when the hour or day begins, UTC
 * @param payments those whose hold is decided; neither approved nor declined are those without card
 * @param outcomes how many payments ended in which outcome, by its name; OPEN have not ended
 */
public record Totals(
    Instant from,
    String cpoId,
    String currency,
    long payments,
    long approved,
    long declined,
    Map<String, Long> outcomes,
    Amounts amounts) {
  /** Whole hours from (inclusive) to (exclusive), of one CPO or (null) of all. */
  public record Period(ChronoUnit by, Instant from, Instant to, @Nullable String cpoId) {}

  /** In minor units; a sum may be greater than any one amount can be. */
  public record Amounts(
      BigInteger billed,
      BigInteger captured,
      BigInteger refunded,
      BigInteger aboveHold,
      BigInteger shortfall) {}

  /** Where it stands in the list: the newest first, then by CPO and currency. */
  public record Place(Instant from, String cpoId, String currency) {
    /** Before all others. */
    public static final Place FIRST =
        new Place(DaySpan.LAST_DAY.atStartOfDay(ZoneOffset.UTC).toInstant(), "", "");
  }

  /** Where it stands in the list. */
  public Place place() {
    return new Place(from, cpoId, currency);
  }
}
