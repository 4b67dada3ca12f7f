package dev.holdfast.terminal.postgres;

import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** An amount as two columns, both null or neither. */
final class MoneyColumns {
  private MoneyColumns() {}

  static @Nullable Long minorUnits(@Nullable Money money) {
    return money == null ? null : Long.valueOf(money.getAmountMinorLong());
  }

  static @Nullable String currency(@Nullable Money money) {
    return money == null ? null : money.getCurrencyUnit().getCode();
  }

  static @Nullable Money money(@Nullable Long minorUnits, @Nullable String currency, String row) {
    return minorUnits == null || currency == null
        ? null
        : Money.ofMinor(Stored.currency(currency, row), minorUnits);
  }
}
