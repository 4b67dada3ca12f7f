package dev.holdfast.authorization.stripe;

import dev.holdfast.text.csv.CsvTable;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Money in Stripe's units and back: its decimals are not always those of ISO 4217, and some of its
 * amounts must end in zeros. What differs from two decimals stands in stripe-currencies.csv.
 *
 * <p>A payment is counted by the table of the day it began: an intent keeps its units, and a call
 * that is repeated after midnight must repeat its parameters.
 */
@ApplicationScoped
class StripeCurrencies {
  private static final int USUAL = 2;
  private static final Rule TWO_DECIMALS = new Rule("", LocalDate.EPOCH, USUAL, 1);

  private final List<Rule> rules;

  /** An amount has so many decimals and is a multiple of the step. */
  private record Rule(String currency, LocalDate validFrom, int decimals, long step) {
    static Rule of(CsvTable.Row row) {
      return new Rule(
          row.get("currency"),
          LocalDate.parse(row.get("valid_from")),
          Integer.parseInt(row.get("decimals")),
          Long.parseLong(row.get("step")));
    }
  }

  StripeCurrencies() {
    this(CsvTable.ofResource(StripeCurrencies.class, "/stripe-currencies.csv"));
  }

  StripeCurrencies(CsvTable table) {
    rules = table.rows().stream().map(Rule::of).toList();
  }

  /**
   * The most of this amount that Stripe can take, in its units: never above the amount, so neither
   * above a total nor above a hold. Empty if that is nothing, or Stripe does not take the currency.
   */
  Optional<Long> toStripe(Money money, Instant began) {
    return rule(money.getCurrencyUnit(), began)
        .flatMap(rule -> units(money.getAmount(), rule))
        .filter(units -> units > 0);
  }

  /**
   * Money of an amount in Stripe's units.
   *
   * @throws ArithmeticException if the currency cannot show it
   * @throws IllegalArgumentException for a currency that {@link #toStripe} refuses
   */
  Money toMoney(CurrencyUnit currency, long units, Instant began) {
    var rule =
        rule(currency, began)
            .orElseThrow(() -> new IllegalArgumentException("Not taken by Stripe: " + currency));
    return Money.of(currency, BigDecimal.valueOf(units, rule.decimals()), RoundingMode.UNNECESSARY);
  }

  /** An unlisted currency has two decimals at Stripe; one that ISO gives others is not known. */
  private Optional<Rule> rule(CurrencyUnit currency, Instant began) {
    var day = LocalDate.ofInstant(began, ZoneOffset.UTC);
    return rules.stream()
        .filter(rule -> rule.currency().equals(currency.getCode()))
        .filter(rule -> !rule.validFrom().isAfter(day))
        .max(Comparator.comparing(Rule::validFrom))
        .or(() -> Optional.of(TWO_DECIMALS).filter(usual -> currency.getDecimalPlaces() == USUAL));
  }

  private static Optional<Long> units(BigDecimal amount, Rule rule) {
    try {
      var step = BigDecimal.valueOf(rule.step());
      var steps = amount.movePointRight(rule.decimals()).divideToIntegralValue(step);
      return Optional.of(steps.multiply(step).longValueExact());
    } catch (ArithmeticException pastTheRange) {
      return Optional.empty();
    }
  }
}
