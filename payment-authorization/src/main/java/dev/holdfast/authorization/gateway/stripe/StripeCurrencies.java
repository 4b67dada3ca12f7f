package dev.holdfast.authorization.gateway.stripe;

import static java.util.function.BinaryOperator.maxBy;
import static java.util.stream.Collectors.toUnmodifiableMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Money in Stripe's units and back: its decimals are not always those of ISO 4217, and some of its
 * amounts must end in zeros. What differs from two decimals stands in stripe-currencies.csv.
 */
@ApplicationScoped
class StripeCurrencies {
  private static final int USUAL = 2;
  private static final Rule TWO_DECIMALS = new Rule("", LocalDate.EPOCH, USUAL, 1);

  private final Map<String, Rule> rules;

  /** An amount has so many decimals and is a multiple of the step. */
  private record Rule(String currency, LocalDate validFrom, int decimals, long step) {
    static Rule of(String line) {
      var fields = line.split(",", 5);
      return new Rule(
          fields[0],
          LocalDate.parse(fields[1]),
          Integer.parseInt(fields[2]),
          Long.parseLong(fields[3]));
    }
  }

  StripeCurrencies(Clock clock) {
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    try (var csv = StripeCurrencies.class.getResourceAsStream("/stripe-currencies.csv")) {
      var text = new String(Objects.requireNonNull(csv).readAllBytes(), StandardCharsets.UTF_8);
      rules =
          text.lines()
              .skip(1)
              .map(Rule::of)
              .filter(rule -> !rule.validFrom().isAfter(today))
              .collect(
                  toUnmodifiableMap(
                      Rule::currency, rule -> rule, maxBy(Comparator.comparing(Rule::validFrom))));
    } catch (IOException broken) {
      throw new UncheckedIOException("stripe-currencies.csv cannot be read", broken);
    }
  }

  /** The amount in Stripe's units; empty if Stripe cannot take exactly this. */
  Optional<Long> toStripe(Money money) {
    return rule(money.getCurrencyUnit())
        .flatMap(rule -> units(money.getAmount(), rule).filter(units -> units % rule.step() == 0));
  }

  /**
   * Money of an amount in Stripe's units.
   *
   * @throws ArithmeticException if the currency cannot show it
   * @throws IllegalArgumentException for a currency that {@link #toStripe} refuses
   */
  Money toMoney(CurrencyUnit currency, long units) {
    var rule =
        rule(currency)
            .orElseThrow(() -> new IllegalArgumentException("Not taken by Stripe: " + currency));
    return Money.of(currency, BigDecimal.valueOf(units, rule.decimals()), RoundingMode.UNNECESSARY);
  }

  /** An unlisted currency has two decimals at Stripe; one that ISO gives others is not known. */
  private Optional<Rule> rule(CurrencyUnit currency) {
    var listed = rules.get(currency.getCode());
    return listed == null && currency.getDecimalPlaces() != USUAL
        ? Optional.empty()
        : Optional.of(listed == null ? TWO_DECIMALS : listed);
  }

  private static Optional<Long> units(BigDecimal amount, Rule rule) {
    try {
      return Optional.of(amount.movePointRight(rule.decimals()).longValueExact());
    } catch (ArithmeticException notExact) {
      return Optional.empty();
    }
  }
}
