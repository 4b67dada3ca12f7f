package dev.holdfast.authorization.gateway.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StripeCurrenciesTest {
  private final StripeCurrencies currencies =
      new StripeCurrencies(Clock.fixed(Instant.parse("2026-06-01T00:00:00Z"), ZoneOffset.UTC));

  @ParameterizedTest
  @CsvSource({
    "EUR 49.99, 4999",
    "USD 10.00, 1000",
    "HUF 10.45, 1045",
    "TWD 800.45, 80045",
    "JPY 500, 500",
    "CLP 500, 500",
    "MGA 500.00, 500",
    "ISK 5, 500",
    "UGX 5, 500",
    "KWD 5.120, 5120",
    "TND 0.010, 10",
  })
  void convertsAsStripeCountsAndBack(String money, long units) {
    assertThat(currencies.toStripe(Money.parse(money))).contains(units);
    assertThat(currencies.toMoney(Money.parse(money).getCurrencyUnit(), units))
        .isEqualTo(Money.parse(money));
  }

  @ParameterizedTest
  @ValueSource(strings = {"KWD 5.124", "MGA 500.20", "LYD 1.000", "IQD 1.000", "CLF 1.0000"})
  void refusesWhatStripeCannotTakeExactly(String money) {
    assertThat(currencies.toStripe(Money.parse(money))).isEmpty();
  }

  @Test
  void refusesFractionsThatTheCurrencyDoesNotHave() {
    assertThatThrownBy(() -> currencies.toMoney(CurrencyUnit.of("ISK"), 550))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> currencies.toMoney(CurrencyUnit.of("LYD"), 550))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesWhatIsPastTheRangeOfStripe() {
    assertThat(currencies.toStripe(Money.parse("EUR 92233720368547758.08"))).isEmpty();
  }
}
