package dev.holdfast.settlement.core;

import org.joda.money.Money;

/** One tax that a session's total includes; the rate is percent, a decimal number as text. */
public record Tax(String name, String ratePercent, Money amount) {
  String detail() {
    return name + " " + ratePercent + " %";
  }
}
