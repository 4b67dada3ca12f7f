package dev.holdfast.settlement.core.payment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.joda.money.Money;

/**
 * What each refund paid back, in their order: what is too much for the price, and what goes beyond
 * that as goodwill. Of a price that fell later no more is goodwill than it still costs.
 */
public record PaidBack(List<Money> ofPrice, List<Money> asGoodwill) {

  /** By the price of this revision. */
  public static PaidBack of(Hold hold, List<Goodwill> goodwill, Close close) {
    var ofPrice = new ArrayList<Money>();
    var asGoodwill = new ArrayList<Money>();
    Money left = kept(hold, close);
    for (Hold.Refund refund : hold.moves().refunds()) {
      Money granted = paidBy(goodwill, ofPrice.size()).orElse(hold.zero());
      Money part = smaller(smaller(granted, refund.amount()), left);
      left = left.minus(part);
      asGoodwill.add(part);
      ofPrice.add(refund.amount().minus(part));
    }
    return new PaidBack(List.copyOf(ofPrice), List.copyOf(asGoodwill));
  }

  /** Goodwill that was granted and is not paid, where so much else is to be paid back. */
  static Money open(Hold hold, List<Goodwill> goodwill, Money elseDue) {
    Money left = hold.captured().minus(hold.refunded()).minus(elseDue);
    int refunds = hold.moves().refunds().size();
    return goodwill.stream()
        .filter(each -> each.isOpenAfter(refunds))
        .findFirst()
        .map(granted -> smaller(granted.amount(), left))
        .filter(Money::isPositive)
        .orElse(hold.zero());
  }

  /** At most; of one that was given up and of one that was granted instead, the latter. */
  private static Optional<Money> paidBy(List<Goodwill> goodwill, int refund) {
    return goodwill.stream()
        .filter(each -> each.isPaidBy(refund))
        .reduce((_, last) -> last)
        .map(Goodwill::amount);
  }

  /** Of the price, by the first so many refunds. */
  Money ofPrice(Hold hold, int refunds) {
    return hold.zero().plus(ofPrice.stream().limit(refunds).toList());
  }

  /** As goodwill, by all of them. */
  public Money asGoodwill(Hold hold) {
    return hold.zero().plus(asGoodwill);
  }

  /** Was nothing but goodwill paid back after the first so many? */
  boolean isOnlyGoodwillAfter(int refunds) {
    return IntStream.range(refunds, ofPrice.size()).allMatch(this::isOnlyGoodwill);
  }

  /** Did the refund at this place pay goodwill alone? */
  public boolean isOnlyGoodwill(int refund) {
    return asGoodwill.get(refund).isPositive() && ofPrice.get(refund).isZero();
  }

  private static Money kept(Hold hold, Close close) {
    return close.total().isSameCurrency(hold.zero())
        ? smaller(close.total(), hold.captured())
        : hold.zero();
  }

  private static Money smaller(Money one, Money other) {
    return one.isGreaterThan(other) ? other : one;
  }
}
