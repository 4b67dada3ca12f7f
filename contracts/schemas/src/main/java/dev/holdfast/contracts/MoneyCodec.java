package dev.holdfast.contracts;

import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Money as the services calculate with it (Joda-Money) to and from money as topics carry it. */
public final class MoneyCodec {
  private MoneyCodec() {}

  /**
   * Writes an amount for a topic.
   *
   * @throws ArithmeticException if the amount does not fit a long of minor units
   */
  public static dev.holdfast.events.Money toAvro(Money money) {
    return new dev.holdfast.events.Money(
        money.getAmountMinorLong(), money.getCurrencyUnit().getCode());
  }

  /**
   * Reads an amount from a topic.
   *
   * @throws org.joda.money.IllegalCurrencyException if the currency is not one of ISO 4217
   */
  public static Money fromAvro(dev.holdfast.events.Money money) {
    return Money.ofMinor(CurrencyUnit.of(money.getCurrency()), money.getMinorUnits());
  }
}
