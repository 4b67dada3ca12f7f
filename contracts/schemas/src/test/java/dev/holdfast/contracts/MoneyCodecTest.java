package dev.holdfast.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyCodecTest {
  @Property(tries = 5_000)
  void everyAmountInEveryCurrencyComesBackAsItWas(
      @ForAll("currencies") CurrencyUnit currency, @ForAll long minorUnits) {
    dev.holdfast.events.Money written = avro(minorUnits, currency.getCode());

    Money money = MoneyCodec.fromAvro(written);

    assertThat(money.getCurrencyUnit()).isEqualTo(currency);
    assertThat(MoneyCodec.toAvro(money)).isEqualTo(written);
  }

  @Provide
  Arbitrary<CurrencyUnit> currencies() {
    return Arbitraries.of(CurrencyUnit.registeredCurrencies());
  }

  @ParameterizedTest
  @CsvSource({
    "EUR 23.40,     2340, EUR", // two decimals
    "JPY 2340,      2340, JPY", // none
    "KWD 2.340,     2340, KWD", // three
    "CLF 0.2340,    2340, CLF", // four
    "EUR -0.01,       -1, EUR",
    "EUR 0.00,         0, EUR"
  })
  void minorUnitsAreWhatIso4217Says(String amount, long minorUnits, String currency) {
    assertThat(MoneyCodec.toAvro(Money.parse(amount))).isEqualTo(avro(minorUnits, currency));
    assertThat(MoneyCodec.fromAvro(avro(minorUnits, currency))).isEqualTo(Money.parse(amount));
  }

  @ParameterizedTest
  @ValueSource(strings = {"EUX", "eur", "EURO", "EU", "", " EUR", "978"})
  void refusesACurrencyThatIsNotOfIso4217(String currency) {
    assertThatThrownBy(() -> MoneyCodec.fromAvro(avro(100, currency)))
        .isInstanceOf(IllegalCurrencyException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "EUR, 92233720368547758.08",
    "EUR, -92233720368547758.09",
    "JPY, 9223372036854775808",
    "KWD, 9223372036854775.808"
  })
  void refusesAnAmountPastLong(String currency, BigDecimal amount) {
    Money money = Money.of(CurrencyUnit.of(currency), amount);

    assertThatThrownBy(() -> MoneyCodec.toAvro(money)).isInstanceOf(ArithmeticException.class);
  }

  @Test
  void takesTheLastAmountsThatFitALong() {
    assertThat(MoneyCodec.toAvro(Money.parse("EUR 92233720368547758.07")))
        .isEqualTo(avro(Long.MAX_VALUE, "EUR"));
    assertThat(MoneyCodec.toAvro(Money.parse("EUR -92233720368547758.08")))
        .isEqualTo(avro(Long.MIN_VALUE, "EUR"));
  }

  private static dev.holdfast.events.Money avro(long minorUnits, String currency) {
    return new dev.holdfast.events.Money(minorUnits, currency);
  }
}
