package dev.holdfast.terminal;

import dev.holdfast.terminal.core.cpo.CountryLimit;
import dev.holdfast.terminal.core.cpo.CountryLimits;
import dev.holdfast.text.csv.CsvTable;
import java.time.LocalDate;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Reads the highest contactless amounts from the file that the service brings with it. */
final class ReadCountryLimits {
  private static final String FILE = "/contactless-limits.csv";

  private ReadCountryLimits() {}

  /** The limits; the service does not start with a file that it cannot read. */
  static CountryLimits fromFile() {
    var rows = CsvTable.ofResource(ReadCountryLimits.class, FILE).rows();
    return new CountryLimits(rows.stream().map(ReadCountryLimits::limit).toList());
  }

  private static CountryLimit limit(CsvTable.Row row) {
    var minorUnits = Long.parseLong(row.get("limit_minor_units"));
    return new CountryLimit(
        row.get("country"),
        Money.ofMinor(CurrencyUnit.of(row.get("currency")), minorUnits),
        LocalDate.parse(row.get("valid_from")),
        row.get("source"),
        row.get("confidence"));
  }
}
