package dev.holdfast.settlement.core.payment;

import org.joda.money.Money;

/**
 * What was taken against what is due, in one currency.
 *
 * @param refunded what was paid back of the price, without goodwill
 * @param goodwill granted, and still to be paid
 * @param mostOver the most by which the captured amount exceeds the total of this or any earlier
 *     revision: so much of what was paid back is explained by the session, or else by a person
 */
public record Balance(Money total, Money captured, Money refunded, Money goodwill, Money mostOver) {

  /** What the hold and this revision of the session come to. */
  public static Balance of(Hold hold, Session session, Close close) {
    if (!close.total().isSameCurrency(hold.zero())) {
      return untouched(close.total());
    }
    Money mostOver =
        session.closes().stream()
            .filter(each -> each.revision() <= close.revision())
            .filter(each -> each.total().isSameCurrency(hold.zero()))
            .map(each -> orZero(hold.captured().minus(each.total())))
            .reduce(session.accepted(hold, close), Balance::larger);
    Money refunded = hold.zero().plus(PaidBack.of(hold, session.goodwill(), close).ofPrice());
    Money elseDue = orZero(hold.captured().minus(refunded).minus(close.total()));
    Money goodwill = PaidBack.open(hold, session.goodwill(), elseDue);
    return new Balance(close.total(), hold.captured(), refunded, goodwill, mostOver);
  }

  /** Nothing was taken, and nothing can be: the hold is in another currency. */
  private static Balance untouched(Money total) {
    Money zero = total.minus(total);
    return new Balance(total, zero, zero, zero, zero);
  }

  /** Taken and kept, goodwill not deducted. */
  public Money net() {
    return captured.minus(refunded);
  }

  /** Taken beyond the total and not yet paid back. */
  public Money toRefund() {
    return orZero(net().minus(total));
  }

  /** Paid back though no revision explains it. */
  public Money refundedUnasked() {
    return unasked(refunded);
  }

  /** The same, once so much of it was paid back. */
  public Money unasked(Money paidBack) {
    return orZero(paidBack.minus(mostOver));
  }

  /** Earned and never taken. */
  public Money shortOfPrice() {
    return orZero(total.minus(captured));
  }

  /** Paid back for a lower revision that a higher one has overtaken. */
  public Money shortByRefund() {
    return orZero(refunded.minus(orZero(captured.minus(total))));
  }

  /**
   * What a person writes off: goodwill that is not paid, what is lost, or kept without being due.
   */
  public Money off() {
    if (goodwill.isPositive()) {
      return goodwill;
    }
    return shortfall().isPositive() ? shortfall() : toRefund();
  }

  /** Earned, and not kept. */
  public Money shortfall() {
    return shortOfPrice().plus(shortByRefund());
  }

  private static Money larger(Money one, Money other) {
    return one.isLessThan(other) ? other : one;
  }

  private static Money orZero(Money amount) {
    return amount.isNegative() ? Money.zero(amount.getCurrencyUnit()) : amount;
  }
}
