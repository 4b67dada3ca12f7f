package dev.holdfast.authorization.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.text.csv.CsvTable;
import java.time.Duration;
import java.time.Instant;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StripeCurrenciesTest {
  private static final Instant DAY = Instant.parse("2026-06-01T00:00:00Z");

  private final StripeCurrencies currencies = new StripeCurrencies();

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
    assertThat(currencies.toStripe(Money.parse(money), DAY)).contains(units);
    assertThat(currencies.toMoney(Money.parse(money).getCurrencyUnit(), units, DAY))
        .isEqualTo(Money.parse(money));
  }

  @ParameterizedTest
  @CsvSource({
    "KWD 1.234, 1230",
    "KWD 5.129, 5120",
    "BHD 0.019, 10",
    "MGA 500.80, 500",
    "ISK 7, 700",
    "UGX 7, 700",
  })
  void roundsDownToWhatStripeTakes(String money, long units) {
    assertThat(currencies.toStripe(Money.parse(money), DAY)).contains(units);
    assertThat(currencies.toMoney(Money.parse(money).getCurrencyUnit(), units, DAY))
        .isLessThanOrEqualTo(Money.parse(money));
  }

  @ParameterizedTest
  @ValueSource(strings = {"KWD 0.009", "MGA 0.80", "EUR 0.00", "EUR -1.00"})
  void takesNothingWhereNothingIsLeft(String money) {
    assertThat(currencies.toStripe(Money.parse(money), DAY)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"LYD 1.000", "IQD 1.000", "CLF 1.0000"})
  void refusesCurrenciesWhoseUnitsAtStripeAreNotKnown(String money) {
    assertThat(currencies.toStripe(Money.parse(money), DAY)).isEmpty();
  }

  @Test
  void countsByTheTableOfTheDayThePaymentBegan() {
    var changed =
        new StripeCurrencies(
            CsvTable.of(
                "changed.csv",
                """
                currency,valid_from,decimals,step,source
                ISK,2026-01-01,2,100,first
                ISK,2026-06-02,0,1,then
                """));
    var crowns = Money.parse("ISK 500");

    assertThat(changed.toStripe(crowns, DAY)).contains(50_000L);
    assertThat(changed.toStripe(crowns, DAY.plus(Duration.ofDays(1)))).contains(500L);
    assertThat(changed.toMoney(crowns.getCurrencyUnit(), 500, DAY.plus(Duration.ofDays(1))))
        .isEqualTo(crowns);
    assertThat(changed.toStripe(crowns, Instant.parse("2025-12-31T23:59:59Z"))).isEmpty();
  }

  @Test
  void refusesFractionsThatTheCurrencyDoesNotHave() {
    assertThatThrownBy(() -> currencies.toMoney(CurrencyUnit.of("ISK"), 550, DAY))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> currencies.toMoney(CurrencyUnit.of("LYD"), 550, DAY))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesWhatIsPastTheRangeOfStripe() {
    assertThat(currencies.toStripe(Money.parse("EUR 92233720368547758.08"), DAY)).isEmpty();
  }
}
