package dev.holdfast.terminal;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.holdfast.terminal.core.cpo.CountryLimit;
import dev.holdfast.terminal.core.cpo.CountryLimits;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Reads the highest contactless amounts from the file that the service brings with it. */
final class ReadCountryLimits {
  private static final String FILE = "/contactless-limits.csv";

  private ReadCountryLimits() {}

  /** The limits; the service does not start with a file that it cannot read. */
  static CountryLimits fromFile() {
    try (InputStream file =
        Objects.requireNonNull(ReadCountryLimits.class.getResourceAsStream(FILE), FILE)) {
      return new CountryLimits(rows(file).stream().map(Row::toLimit).toList());
    } catch (IOException unreadable) {
      throw new IllegalStateException("cannot read " + FILE, unreadable);
    }
  }

  private static List<Row> rows(InputStream file) throws IOException {
    try (MappingIterator<Row> rows =
        new CsvMapper()
            .readerFor(Row.class)
            .with(CsvSchema.emptySchema().withHeader())
            .readValues(file)) {
      return rows.readAll();
    }
  }

  record Row(
      String country,
      String currency,
      @JsonProperty("limit_minor_units") long limitMinorUnits,
      @JsonProperty("valid_from") String validFrom,
      String source,
      String confidence) {
    CountryLimit toLimit() {
      return new CountryLimit(
          country,
          Money.ofMinor(CurrencyUnit.of(currency), limitMinorUnits),
          LocalDate.parse(validFrom),
          source,
          confidence);
    }
  }
}
