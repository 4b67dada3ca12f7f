package dev.holdfast.settlement.core.payment;

import org.joda.money.Money;

/**
 * What was taken against what is due, in one currency.
 *
 * @param mostOver the most by which the captured amount exceeds any revision's total: so much of
 *     what was paid back is explained by the session, or else by a person
 * @param unpaid what refunds asked for and the gateway did not pay
 */
public record Balance(Money total, Money captured, Money refunded, Money mostOver, Money unpaid) {

  /** What the hold and this revision of the session come to. */
  public static Balance of(Hold hold, Session session, Close close) {
    if (!close.total().isSameCurrency(hold.zero())) {
      return untouched(close.total());
    }
    Money mostOver =
        session.closes().stream()
            .filter(revision -> revision.total().isSameCurrency(hold.zero()))
            .map(revision -> orZero(hold.captured().minus(revision.total())))
            .reduce(session.isWrittenOff(hold) ? hold.refunded() : hold.zero(), Balance::larger);
    return new Balance(
        close.total(), hold.captured(), hold.refunded(), mostOver, hold.refundsUnpaid());
  }

  /** Nothing was taken, and nothing can be: the hold is in another currency. */
  private static Balance untouched(Money total) {
    Money zero = total.minus(total);
    return new Balance(total, zero, zero, zero, zero);
  }

  /** Taken and kept. */
  public Money net() {
    return captured.minus(refunded);
  }

  /** Taken beyond the total and not yet paid back. */
  public Money toRefund() {
    return orZero(net().minus(total));
  }

  /** Paid back though no revision explains it. */
  public Money refundedUnasked() {
    return orZero(refunded.minus(mostOver));
  }

  /** Earned and never taken. */
  public Money shortOfPrice() {
    return orZero(total.minus(captured));
  }

  /** Paid back for a lower revision that a higher one has overtaken. */
  public Money shortByRefund() {
    return orZero(smaller(refunded, mostOver).minus(orZero(captured.minus(total))));
  }

  /** Is what should go back so little that the gateway would not pay it? */
  public boolean isCutShort() {
    return toRefund().isPositive() && !toRefund().isGreaterThan(unpaid);
  }

  /** Earned, and not kept. */
  public Money shortfall() {
    return shortOfPrice().plus(shortByRefund());
  }

  /** The smaller one of two. */
  public static Money smaller(Money one, Money other) {
    return one.isLessThan(other) ? one : other;
  }

  private static Money larger(Money one, Money other) {
    return one.isLessThan(other) ? other : one;
  }

  private static Money orZero(Money amount) {
    return amount.isNegative() ? Money.zero(amount.getCurrencyUnit()) : amount;
  }
}
