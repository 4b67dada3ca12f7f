package dev.holdfast.settlement.core;

import org.joda.money.Money;

/**
 * What was taken against what is due, in one currency.
 *
 * @param mostOver the most by which the captured amount exceeds any revision's total: so much of
 *     what was paid back is explained by the session
 */
record Balance(Money total, Money captured, Money refunded, Money mostOver) {

  static Balance of(Hold hold, Session session, Close close) {
    Money mostOver =
        session.closes().stream()
            .filter(revision -> revision.total().isSameCurrency(hold.zero()))
            .map(revision -> orZero(hold.captured().minus(revision.total())))
            .reduce(hold.zero(), Balance::larger);
    return new Balance(close.total(), hold.captured(), hold.refunded(), mostOver);
  }

  /** Taken and kept. */
  Money net() {
    return captured.minus(refunded);
  }

  /** Taken beyond the total and not yet paid back. */
  Money toRefund() {
    return orZero(net().minus(total));
  }

  /** Paid back though no revision explains it. */
  Money refundedUnasked() {
    return orZero(refunded.minus(mostOver));
  }

  /** Earned and never taken. */
  Money shortOfPrice() {
    return orZero(total.minus(captured));
  }

  /** Paid back for a lower revision that a higher one has overtaken. */
  Money shortByRefund() {
    return orZero(smaller(refunded, mostOver).minus(orZero(captured.minus(total))));
  }

  Money shortfall() {
    return shortOfPrice().plus(shortByRefund());
  }

  static Money smaller(Money one, Money other) {
    return one.isLessThan(other) ? one : other;
  }

  private static Money larger(Money one, Money other) {
    return one.isLessThan(other) ? other : one;
  }

  private static Money orZero(Money amount) {
    return amount.isNegative() ? Money.zero(amount.getCurrencyUnit()) : amount;
  }
}
