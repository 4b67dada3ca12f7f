package dev.holdfast.terminal.core;

import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The countries' limits, each dated; the row in force is chosen by the day in UTC. */
public final class CountryLimits {
  private final Map<String, List<CountryLimit>> byCountry;

  /** Takes the rows in any order. */
  public CountryLimits(List<CountryLimit> rows) {
    byCountry = rows.stream().collect(groupingBy(CountryLimit::country));
  }

  /** The row in force for that country at that instant; empty where none is known. */
  public Optional<CountryLimit> inForce(String country, Instant now) {
    var today = now.atZone(ZoneOffset.UTC).toLocalDate();
    return byCountry.getOrDefault(country, List.of()).stream()
        .filter(row -> !row.validFrom().isAfter(today))
        .max(Comparator.comparing(CountryLimit::validFrom));
  }
}
