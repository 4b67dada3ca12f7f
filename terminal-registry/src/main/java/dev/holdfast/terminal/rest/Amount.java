package dev.holdfast.terminal.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An amount to hold, as JSON carries it.
 *
 * @param minorUnits in minor units of the currency, above 0
 * @param currency ISO 4217 code
 */
record Amount(
    @NotNull
        @Positive(message = "must be above 0, in minor units (5000 is 50.00 EUR)")
        @Max(value = Amount.HIGHEST, message = "must be at most {value} minor units")
        Long minorUnits,
    @NotNull @CurrencyCode String currency) {
  /** No country allows as much without PIN: more is a slip of the hand. */
  static final long HIGHEST = 1_000_000_000L;

  static @Nullable Amount of(@Nullable Money money) {
    return money == null
        ? null
        : new Amount(money.getAmountMinorLong(), money.getCurrencyUnit().getCode());
  }

  static @Nullable Money toMoney(@Nullable Amount amount) {
    return amount == null
        ? null
        : Money.ofMinor(CurrencyUnit.of(amount.currency), amount.minorUnits);
  }
}
