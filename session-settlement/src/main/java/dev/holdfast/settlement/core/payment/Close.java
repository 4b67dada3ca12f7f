package dev.holdfast.settlement.core.payment;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;

/** One revision of a session's close: 1 is the first, a correction has a higher one. */
public record Close(
    String sessionId, int revision, Charging charging, Price price, Instant closedAt) {

  /** Where and when the car charged, and how much (watt-hours). */
  public record Charging(String evseId, Instant startedAt, Instant stoppedAt, long energyWh) {}

  /** The session's price, taxes included, and those taxes. */
  public record Price(Money total, List<Tax> taxes) {
    /** The list is copied. */
    public Price {
      taxes = List.copyOf(taxes);
    }

    /** What each tax comes to, in whatever order and parts they are listed. */
    private Map<String, Money> byTax() {
      return taxes.stream()
          .filter(tax -> !tax.amount().isZero())
          .collect(toMap(Tax::rate, Tax::amount, Money::plus));
    }

    /** Did the platform tell what each tax is reckoned on? */
    public boolean hasBases() {
      return !taxes.isEmpty() && taxes.stream().allMatch(tax -> tax.base() != null);
    }

    /** Without taxes. */
    public Money net() {
      return total.minus(taxes.stream().map(Tax::amount).toList());
    }
  }

  /** The session's price, taxes included. */
  public Money total() {
    return price.total();
  }

  /** The same, said by a person as the revision of this number. */
  Close as(int next) {
    return new Close(sessionId, next, charging, price, closedAt);
  }

  /** The same as costing nothing. */
  Close free() {
    var nothing = new Price(total().minus(total()), List.of());
    return new Close(sessionId, revision, charging, nothing, closedAt);
  }

  /** The same revision of the same session at the same price. */
  boolean repeats(Close known) {
    return revision == known.revision && sessionId.equals(known.sessionId) && costsTheSameAs(known);
  }

  /**
   * Of the same revision: another meter value, stop or order of taxes moves no money, and asks
   * nobody. What came first stands.
   */
  boolean costsTheSameAs(Close other) {
    return price.equals(other.price)
        || (total().isEqual(other.total()) && price.byTax().equals(other.price.byTax()));
  }
}
