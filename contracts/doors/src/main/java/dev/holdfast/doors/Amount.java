package dev.holdfast.doors;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An amount of money as JSON carries it. One that is sent must be above 0; one that is answered may
 * be any.
 *
 * @param minorUnits in minor units of the currency: 5000 is 50.00 EUR
 * @param currency ISO 4217 code
 */
public record Amount(
    @NotNull(message = "is missing: send minor units (5000 is 50.00 EUR)")
        @Positive(message = "must be above 0, in minor units (5000 is 50.00 EUR)")
        @Max(value = HIGHEST, message = "must be at most {value} minor units")
        Long minorUnits,
    @NotNull(message = "is missing: send an ISO 4217 code, for example EUR") @CurrencyCode
        String currency) {
  /** No payment without PIN is as much: more is a slip of the hand. */
  static final long HIGHEST = 1_000_000_000L;

  /** The amount as JSON carries it. */
  public static Amount of(Money money) {
    return new Amount(money.getAmountMinorLong(), money.getCurrencyUnit().getCode());
  }

  /** The same, or null where there is none. */
  public static @Nullable Amount ofNullable(@Nullable Money money) {
    return money == null ? null : of(money);
  }

  /** The money; only of an amount that was checked. */
  public Money toMoney() {
    return Money.ofMinor(CurrencyUnit.of(currency), minorUnits);
  }
}
