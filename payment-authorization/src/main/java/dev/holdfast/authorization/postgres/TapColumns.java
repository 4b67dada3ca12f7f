package dev.holdfast.authorization.postgres;

import dev.holdfast.authorization.core.Environment;
import dev.holdfast.authorization.core.Tap;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.joda.money.Money;

/** The columns of what was agreed when the hold was asked for; all amounts are in its currency. */
@Embeddable
record TapColumns(
    String environment,
    String terminalSerial,
    String vendor,
    String cpoId,
    String evseId,
    boolean overCommit,
    String currency,
    long requested,
    Instant requestedAt,
    Instant cardDeadline) {

  static TapColumns of(Tap tap) {
    return new TapColumns(
        tap.environment().name(),
        tap.reader().serial(),
        tap.reader().vendor(),
        tap.reader().cpoId(),
        tap.evseId(),
        tap.overCommit(),
        tap.requested().getCurrencyUnit().getCode(),
        tap.requested().getAmountMinorLong(),
        tap.at(),
        tap.cardDeadline());
  }

  Tap toTap(UUID reference) {
    return new Tap(
        reference,
        Constants.named(Environment.class, "environment", environment),
        new Tap.Reader(terminalSerial, vendor, cpoId),
        evseId,
        overCommit,
        money(requested),
        requestedAt,
        cardDeadline);
  }

  CurrencyUnit unit() {
    try {
      return CurrencyUnit.of(currency);
    } catch (IllegalCurrencyException unknown) {
      throw new IllegalArgumentException("the currency " + currency, unknown);
    }
  }

  Money money(long minorUnits) {
    return Money.ofMinor(unit(), minorUnits);
  }
}
