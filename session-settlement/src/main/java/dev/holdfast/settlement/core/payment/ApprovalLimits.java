package dev.holdfast.settlement.core.payment;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.joda.money.Money;

/**
 * What one person may do alone; beyond it a second one approves.
 *
 * @param aloneUpTo in minor units, by currency; of one that is not named, nothing
 */
public record ApprovalLimits(Map<String, Long> aloneUpTo) {
  /** An environment variable cannot say in which case a currency is meant. */
  public ApprovalLimits {
    var codes = new HashMap<String, Long>();
    aloneUpTo.forEach((code, most) -> codes.put(code.toUpperCase(Locale.ROOT), most));
    aloneUpTo = Map.copyOf(codes);
  }

  /** Is it small enough for one person? */
  public boolean allow(Money amount) {
    long most = aloneUpTo.getOrDefault(amount.getCurrencyUnit().getCode(), 0L);
    return amount.getAmountMinorLong() <= most;
  }

  /** Is each of them small enough? */
  public boolean allow(Collection<Money> amounts) {
    return amounts.stream().allMatch(this::allow);
  }
}
