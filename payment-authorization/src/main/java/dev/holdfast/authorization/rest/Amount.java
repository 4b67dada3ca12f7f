package dev.holdfast.authorization.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * An amount of money, as JSON carries it.
 *
 * @param minorUnits in minor units of the currency
 * @param currency ISO 4217 code
 */
record Amount(
    @NotNull(message = "is missing: send minor units (5000 is 50.00 EUR)")
        @Positive(message = "must be above 0, in minor units (5000 is 50.00 EUR)")
        @Max(value = Amount.HIGHEST, message = "must be at most {value} minor units")
        Long minorUnits,
    @NotNull(message = "is missing: send an ISO 4217 code, for example EUR") @CurrencyCode
        String currency) {
  /** No card is held for as much without PIN: more is a slip of the hand. */
  static final long HIGHEST = 1_000_000_000L;

  static Amount of(Money money) {
    return new Amount(money.getAmountMinorLong(), money.getCurrencyUnit().getCode());
  }

  Money toMoney() {
    return Money.ofMinor(CurrencyUnit.of(currency), minorUnits);
  }
}
