package dev.holdfast.authorization.postgres;

import dev.holdfast.authorization.core.Environment;
import dev.holdfast.authorization.core.Tap;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** The columns of what was agreed when the hold was asked for; all amounts are in its currency. */
@Embeddable
record TapColumns(
    @Enumerated(EnumType.STRING) Environment environment,
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
        tap.environment(),
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
        environment,
        new Tap.Reader(terminalSerial, vendor, cpoId),
        evseId,
        overCommit,
        money(requested),
        requestedAt,
        cardDeadline);
  }

  CurrencyUnit unit() {
    return CurrencyUnit.of(currency);
  }

  Money money(long minorUnits) {
    return Money.ofMinor(unit(), minorUnits);
  }
}
