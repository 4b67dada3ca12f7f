package dev.holdfast.settlement.kafka.consume;

import static java.util.Objects.requireNonNull;

import dev.holdfast.delivery.Unacceptable;
import dev.holdfast.events.SessionClosed;
import dev.holdfast.settlement.core.payment.Close;
import dev.holdfast.settlement.core.payment.Tax;
import java.util.List;
import org.joda.money.Money;

/** Reads the price of a session, and the taxes in it, of which the sums must be right. */
final class ClosePrice {
  private ClosePrice() {}

  static Close.Price of(SessionClosed closed) {
    Money total = Checks.amount("total", closed.getTotal());
    Checks.atMost("taxes", closed.getTaxes().size(), Checks.MOST_TAXES);
    List<Tax> taxes = closed.getTaxes().stream().map(tax -> tax(tax, total)).toList();
    var price = new Close.Price(total, taxes);
    if (taxes.stream().anyMatch(tax -> tax.base() != null)) {
      mustAgree(price);
    }
    Money sum = sum(total, taxes.stream().map(Tax::amount).toList());
    if (sum.isGreaterThan(total)) {
      throw new Unacceptable(
          "taxes: their sum %s is above the total %s; send a total that includes the taxes"
              .formatted(sum, total));
    }
    return price;
  }

  /** Bases and taxes are the total, and each tax is that of its base. */
  private static void mustAgree(Close.Price price) {
    List<Tax> taxes = price.taxes();
    if (!price.hasBases()) {
      throw new Unacceptable(
          "taxes.base: %d of %d taxes have one; send the base of every tax, or of none"
              .formatted(taxes.stream().filter(tax -> tax.base() != null).count(), taxes.size()));
    }
    Money bases =
        sum(price.total(), taxes.stream().map(tax -> requireNonNull(tax.base())).toList());
    Money amounts = price.total().minus(price.net());
    if (!bases.isEqual(price.net())) {
      throw new Unacceptable(
          "taxes: bases of %s and taxes of %s come to %s, and the total is %s; send what adds up"
              .formatted(bases, amounts, bases.plus(amounts), price.total()));
    }
    taxes.stream().filter(tax -> !tax.agrees()).findFirst().ifPresent(ClosePrice::refuse);
  }

  private static void refuse(Tax tax) {
    Money base = requireNonNull(tax.base());
    throw new Unacceptable(
        "taxes.amount: %s is not %s %% of %s, which is %s; send what the rate makes of the base, give or take a minor unit"
            .formatted(tax.amount(), tax.ratePercent(), base, tax.reckonedOn(base)));
  }

  private static Money sum(Money total, List<Money> amounts) {
    return Money.zero(total.getCurrencyUnit()).plus(amounts);
  }

  private static Tax tax(dev.holdfast.events.Tax tax, Money total) {
    String code = tax.getCode();
    return new Tax(
        Checks.text("taxes.name", tax.getName(), Checks.LONGEST_TAX),
        Checks.percent("taxes.ratePercent", tax.getRatePercent()),
        amount("taxes.amount", tax.getAmount(), total),
        code == null ? null : Checks.text("taxes.code", code, Checks.LONGEST_TAX_CODE),
        tax.getBase() == null ? null : amount("taxes.base", tax.getBase(), total));
  }

  private static Money amount(String field, dev.holdfast.events.Money said, Money total) {
    Money amount = Checks.amount(field, said);
    Checks.sameCurrency(field, amount, total);
    return amount;
  }
}
