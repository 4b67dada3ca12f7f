package dev.holdfast.settlement.core.payment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One tax that a session's total includes; the rate is percent, a decimal number as text.
 *
 * @param amount zero where none is due
 * @param code the category, as the platform has it; null where it sent none
 * @param base what the tax is reckoned on; null where the platform told none
 */
public record Tax(
    String name, String ratePercent, Money amount, @Nullable String code, @Nullable Money base) {
  private static final int PERCENT = 2;

  /** As the lines of the journal name it. */
  public String detail() {
    String rate = name + " " + ratePercent + " %";
    return code == null ? rate : rate + " " + code;
  }

  /** Which tax, whatever category it is in. */
  String rate() {
    return name + " " + ratePercent;
  }

  /** What the rate makes of the base, in whole minor units. */
  public Money reckonedOn(Money told) {
    return told.multipliedBy(
        new BigDecimal(ratePercent).movePointLeft(PERCENT), RoundingMode.HALF_UP);
  }

  /** Is the amount what the rate makes of the base? A till may round each line its own way. */
  public boolean agrees() {
    return base == null || reckonedOn(base).minus(amount).abs().getAmountMinorLong() <= 1;
  }
}
