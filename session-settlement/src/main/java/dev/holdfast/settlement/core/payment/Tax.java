package dev.holdfast.settlement.core.payment;

import org.joda.money.Money;

/** One tax that a session's total includes; the rate is percent, a decimal number as text. */
public record Tax(String name, String ratePercent, Money amount) {
  /** As the line of the journal names it. */
  public String detail() {
    return name + " " + ratePercent + " %";
  }
}
