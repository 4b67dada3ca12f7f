package dev.holdfast.terminal.core.cpo;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The countries' limits, each dated; the row in force is chosen by the day in UTC.
 *
 * @param rows in any order
 */
public record CountryLimits(List<CountryLimit> rows) {
  /** Keeps its own copy. */
  public CountryLimits {
    rows = List.copyOf(rows);
  }

  /** The row in force for that country at that instant; empty where none is known. */
  public Optional<CountryLimit> inForce(String country, Instant now) {
    return of(country)
        .filter(row -> !start(row).isAfter(now))
        .max(Comparator.comparing(CountryLimit::validFrom));
  }

  /** When another limit of that country comes into force next; empty where none is foreseen. */
  public Optional<Instant> nextTurn(String country, Instant now) {
    return of(country)
        .map(CountryLimits::start)
        .filter(turn -> turn.isAfter(now))
        .min(Comparator.naturalOrder());
  }

  private Stream<CountryLimit> of(String country) {
    return rows.stream().filter(row -> row.country().equals(country));
  }

  private static Instant start(CountryLimit row) {
    return row.validFrom().atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
