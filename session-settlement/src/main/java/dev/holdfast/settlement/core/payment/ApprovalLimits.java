package dev.holdfast.settlement.core.payment;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.joda.money.Money;

/**
 * What one person may do alone; beyond it a second one approves.
 *
 * @param aloneUpTo in minor units, by currency; of one that is not named, nothing
 * @param within so long all that a person does alone counts together, for each CPO
 */
public record ApprovalLimits(Map<String, Long> aloneUpTo, Duration within) {
  /** An environment variable cannot say in which case a currency is meant. */
  public ApprovalLimits {
    var codes = new HashMap<String, Long>();
    aloneUpTo.forEach((code, most) -> codes.put(code.toUpperCase(Locale.ROOT), most));
    aloneUpTo = Map.copyOf(codes);
  }

  /**
   * Is each of them small enough for one person?
   *
   * @param before what the person has done alone lately, in minor units, by currency
   */
  public boolean allow(Collection<Money> amounts, Map<String, Long> before) {
    return amounts.stream().allMatch(amount -> allow(amount, before));
  }

  private boolean allow(Money amount, Map<String, Long> before) {
    String currency = amount.getCurrencyUnit().getCode();
    long most = aloneUpTo.getOrDefault(currency, 0L);
    return amount.getAmountMinorLong() <= most - before.getOrDefault(currency, 0L);
  }
}
