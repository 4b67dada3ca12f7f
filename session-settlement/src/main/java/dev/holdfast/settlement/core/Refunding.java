package dev.holdfast.settlement.core;

import dev.holdfast.settlement.core.payment.AttentionReason;
import dev.holdfast.settlement.core.payment.Goodwill;
import dev.holdfast.settlement.core.payment.Hold;
import dev.holdfast.settlement.core.payment.Session;
import dev.holdfast.settlement.core.payment.Settlement;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What support may give back of a payment, and what the session is once it has. */
public final class Refunding {
  private Refunding() {}

  /** Why something cannot be given back. */
  public enum Obstacle {
    /** Something else is still to be done for the payment, or nothing was taken. */
    NOT_SETTLED,
    OTHER_CURRENCY,
    /** No more is given back than was taken and is kept. */
    TOO_MUCH,
    /** No refund of this number waits for a second person. */
    NOT_WAITING
  }

  /** How much was taken and is not given back. */
  public static Money kept(Settlement settlement) {
    Hold hold = Objects.requireNonNull(settlement.hold());
    return hold.captured().minus(hold.refunded());
  }

  /** What stands in the way of giving so much back; empty where nothing does. */
  public static Optional<Obstacle> obstacle(Settlement settlement, Money amount) {
    return settlement instanceof Settlement.Settled settled && settled.session() != null
        ? tooMuch(settled, amount)
        : Optional.of(Obstacle.NOT_SETTLED);
  }

  private static Optional<Obstacle> tooMuch(Settlement settlement, Money amount) {
    Money kept = kept(settlement);
    if (!kept.isPositive()) {
      return Optional.of(Obstacle.NOT_SETTLED);
    }
    if (!amount.isSameCurrency(kept)) {
      return Optional.of(Obstacle.OTHER_CURRENCY);
    }
    return Optional.of(Obstacle.TOO_MUCH).filter(_ -> amount.isGreaterThan(kept));
  }

  /** What stands in the way of such a decision about the one with this number. */
  public static Optional<Obstacle> obstacle(
      Settlement settlement, int number, Goodwill.State state) {
    Optional<Goodwill> waiting =
        Optional.ofNullable(settlement.session())
            .flatMap(session -> session.goodwill(number))
            .filter(each -> each.state() == Goodwill.State.WAITING);
    if (waiting.isEmpty()) {
      return Optional.of(Obstacle.NOT_WAITING);
    }
    if (state != Goodwill.State.GRANTED) {
      return Optional.empty();
    }
    return settlement instanceof Settlement.Attention(var ref, var v, var h, var s, var reason)
            && reason == AttentionReason.GOODWILL_WAITS
        ? tooMuch(settlement, waiting.get().amount())
        : Optional.of(Obstacle.NOT_SETTLED);
  }

  /** As it was, where that is not possible. */
  static @Nullable Session session(@Nullable Settlement before, Command.RefundAsked asked) {
    Session known = before == null ? null : before.session();
    return before == null || known == null || obstacle(before, asked.amount()).isPresent()
        ? known
        : known.withGoodwill(before.hold(), asked.goodwill(refunds(before)));
  }

  /** As it was, where that is not possible. */
  static @Nullable Session session(@Nullable Settlement before, Command.RefundRuled ruled) {
    Session known = before == null ? null : before.session();
    if (before == null
        || known == null
        || obstacle(before, ruled.number(), ruled.state()).isPresent()) {
      return known;
    }
    var ruling = new Goodwill.Ruling(ruled.state(), ruled.word(), refunds(before));
    return known.withRuling(before.hold(), ruled.number(), ruling);
  }

  private static int refunds(Settlement settlement) {
    Hold hold = settlement.hold();
    return hold == null ? 0 : hold.moves().refunds().size();
  }
}
