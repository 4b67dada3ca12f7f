package dev.holdfast.settlement.rest;

import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** An amount in minor units of its ISO 4217 currency. */
public record MoneyView(long minorUnits, String currency) {
  static @Nullable MoneyView of(@Nullable Money money) {
    return money == null ? null : ofKnown(money);
  }

  static MoneyView ofKnown(Money money) {
    return new MoneyView(money.getAmountMinorLong(), money.getCurrencyUnit().getCode());
  }

  MoneyView plus(MoneyView other) {
    return new MoneyView(Math.addExact(minorUnits, other.minorUnits), currency);
  }
}
