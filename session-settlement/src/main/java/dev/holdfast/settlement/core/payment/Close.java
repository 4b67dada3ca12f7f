package dev.holdfast.settlement.core.payment;

import java.time.Instant;
import java.util.List;
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

    /** Without taxes. */
    public Money net() {
      return total.minus(taxes.stream().map(Tax::amount).toList());
    }
  }

  /** The session's price, taxes included. */
  public Money total() {
    return price.total();
  }

  /** The time of closing is not content: a platform that sends again may stamp anew. */
  boolean saysTheSameAs(Close other) {
    return charging.equals(other.charging) && price.equals(other.price);
  }
}
