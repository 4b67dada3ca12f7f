package dev.holdfast.settlement;

import dev.holdfast.settlement.core.Rules;
import dev.holdfast.settlement.core.SmallestAmounts;
import dev.holdfast.text.csv.CsvTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.LocalDate;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * The rules with the smallest amounts of {@code smallest-amounts.csv}. Payter publishes none, so
 * the ones that Stripe publishes serve for both: what is below them is not worth a capture.
 */
final class ReadSmallestAmounts {
  private static final String FILE = "/smallest-amounts.csv";

  private ReadSmallestAmounts() {}

  @Produces
  @ApplicationScoped
  static Rules rules() {
    return new Rules(read());
  }

  static SmallestAmounts read() {
    var rows = CsvTable.ofResource(ReadSmallestAmounts.class, FILE).rows();
    return new SmallestAmounts(rows.stream().map(ReadSmallestAmounts::row).toList());
  }

  private static SmallestAmounts.Row row(CsvTable.Row row) {
    var minorUnits = Long.parseLong(row.get("minor_units"));
    var amount = Money.ofMinor(CurrencyUnit.of(row.get("currency")), minorUnits);
    return new SmallestAmounts.Row(amount, LocalDate.parse(row.get("valid_from")));
  }
}
