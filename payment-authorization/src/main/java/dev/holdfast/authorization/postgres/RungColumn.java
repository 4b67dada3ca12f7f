package dev.holdfast.authorization.postgres;

import dev.holdfast.authorization.core.attempt.Kind;
import dev.holdfast.authorization.core.attempt.Rung;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** A rung in the JSON column of its authorization, whose currency it shares. */
record RungColumn(Kind kind, long minorUnits) {
  static RungColumn of(Rung rung) {
    return new RungColumn(rung.kind(), rung.amount().getAmountMinorLong());
  }

  Rung toRung(CurrencyUnit currency) {
    return new Rung(kind, Money.ofMinor(currency, minorUnits));
  }
}
