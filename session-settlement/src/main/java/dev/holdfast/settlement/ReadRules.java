package dev.holdfast.settlement;

import dev.holdfast.settlement.core.Rules;
import dev.holdfast.settlement.core.SchemeRules;
import dev.holdfast.settlement.core.SchemeRules.Agreement;
import dev.holdfast.settlement.core.SmallestAmounts;
import dev.holdfast.text.csv.CsvTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * The rules with what is data: the smallest amounts that gateways take, what card schemes allow,
 * and what CPOs have agreed to. Payter publishes no smallest amounts, so the ones that Stripe
 * publishes serve for both: what is below them is not worth a capture.
 */
final class ReadRules {
  private static final String AGREEMENTS = "holdfast.settlement.above-the-hold";
  private static final String EVERYWHERE = "*";
  private static final Pattern AGREEMENT =
      Pattern.compile("(.+?):(\\d{4}-\\d{2}-\\d{2}):(.*\\S.*)");

  private ReadRules() {}

  @Produces
  @ApplicationScoped
  static Rules rules(@ConfigProperty(name = AGREEMENTS) Optional<List<String>> agreements) {
    return new Rules(
        smallestAmounts(),
        new SchemeRules(
            schemeRows(),
            agreements.orElse(List.of()).stream().map(ReadRules::agreement).toList()));
  }

  static SmallestAmounts smallestAmounts() {
    var rows = CsvTable.ofResource(ReadRules.class, "/smallest-amounts.csv").rows();
    return new SmallestAmounts(rows.stream().map(ReadRules::smallestAmount).toList());
  }

  private static SmallestAmounts.Row smallestAmount(CsvTable.Row row) {
    var minorUnits = Long.parseLong(row.get("minor_units"));
    var amount = Money.ofMinor(CurrencyUnit.of(row.get("currency")), minorUnits);
    return new SmallestAmounts.Row(amount, LocalDate.parse(row.get("valid_from")));
  }

  static List<SchemeRules.Row> schemeRows() {
    var rows = CsvTable.ofResource(ReadRules.class, "/scheme-rules.csv").rows();
    return rows.stream().map(ReadRules::schemeRow).toList();
  }

  private static SchemeRules.Row schemeRow(CsvTable.Row row) {
    if (!row.get("country").equals(EVERYWHERE)) {
      throw new IllegalStateException(
          "%s, line %d: nothing tells the country of a payment yet, so its rules must hold for *"
              .formatted(row.table(), row.line()));
    }
    return new SchemeRules.Row(
        row.get("scheme"),
        SchemeRules.Rule.valueOf(row.get("rule")),
        SchemeRules.Permission.valueOf(row.get("value")),
        LocalDate.parse(row.get("valid_from")));
  }

  /** As the setting has it: {@code CPO:2026-01-01:who agreed}. */
  static Agreement agreement(String text) {
    Matcher told = AGREEMENT.matcher(text.strip());
    if (!told.matches()) {
      throw new IllegalArgumentException(
          AGREEMENTS + ": is " + text + "; write CPO:2026-01-01:who agreed, for each CPO");
    }
    try {
      return new Agreement(told.group(1), LocalDate.parse(told.group(2)), told.group(3));
    } catch (DateTimeException noDay) {
      throw new IllegalArgumentException(
          AGREEMENTS + ": " + told.group(2) + " is no day; write it as in 2026-01-01", noDay);
    }
  }
}
