package dev.holdfast.authorization.postgres;

import static java.util.Objects.requireNonNull;

import dev.holdfast.authorization.core.Card;
import dev.holdfast.authorization.core.Hold;
import dev.holdfast.authorization.core.Summary;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** The columns of the card, the hold, and what became of the money. */
@Embeddable
record MoneyColumns(
    @Nullable String cardScheme,
    @Nullable String cardLastFour,
    @Nullable Long authorized,
    @Nullable String gatewayReference,
    @Nullable Instant expiresAt,
    long captured,
    long refunded) {

  static MoneyColumns of(Summary summary) {
    var card = summary.card();
    var hold = summary.hold();
    return new MoneyColumns(
        card == null ? null : card.scheme(),
        card == null ? null : card.lastFour(),
        hold == null ? null : hold.authorized().getAmountMinorLong(),
        hold == null ? null : hold.gatewayReference(),
        hold == null ? null : hold.expiresAt(),
        summary.captured().getAmountMinorLong(),
        summary.refunded().getAmountMinorLong());
  }

  Money captured(CurrencyUnit currency) {
    return Money.ofMinor(currency, captured);
  }

  Money refunded(CurrencyUnit currency) {
    return Money.ofMinor(currency, refunded);
  }

  Card card() {
    return new Card(cardScheme, cardLastFour);
  }

  Hold hold(CurrencyUnit currency) {
    return new Hold(
        card(),
        Money.ofMinor(currency, requireNonNull(authorized, "what is held")),
        requireNonNull(gatewayReference, "whose hold it is"),
        requireNonNull(expiresAt, "when the hold lapses"));
  }
}
