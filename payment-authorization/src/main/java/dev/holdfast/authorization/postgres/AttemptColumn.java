package dev.holdfast.authorization.postgres;

import dev.holdfast.authorization.core.attempt.Attempt;
import dev.holdfast.authorization.core.attempt.Kind;
import dev.holdfast.authorization.core.attempt.Outcome;
import java.time.Instant;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** An attempt in the JSON column of its authorization, whose currency it shares. */
record AttemptColumn(
    int number,
    Kind kind,
    long minorUnits,
    Outcome outcome,
    @Nullable String gatewayReference,
    @Nullable String reason,
    String at,
    int unanswered,
    @Nullable String before,
    @Nullable String unknownSince,
    @Nullable Long moved) {

  static AttemptColumn of(Attempt attempt) {
    return new AttemptColumn(
        attempt.number(),
        attempt.kind(),
        attempt.amount().getAmountMinorLong(),
        attempt.outcome(),
        attempt.gatewayReference(),
        attempt.reason(),
        attempt.at().toString(),
        attempt.unanswered(),
        attempt.before(),
        attempt.unknownSince() == null ? null : attempt.unknownSince().toString(),
        attempt.moved() == null ? null : attempt.moved().getAmountMinorLong());
  }

  Attempt toAttempt(CurrencyUnit currency) {
    return new Attempt(
        number,
        kind,
        Money.ofMinor(currency, minorUnits),
        outcome,
        gatewayReference,
        reason,
        Instant.parse(at),
        unanswered,
        before,
        unknownSince == null ? null : Instant.parse(unknownSince),
        moved == null ? null : Money.ofMinor(currency, moved));
  }
}
