package dev.holdfast.authorization.core;

import java.math.BigDecimal;
import java.util.Map;
import org.joda.money.Money;

/**
 * What the rules are set to.
 *
 * @param leastHold by CPO, the least share of what was asked for, in percent, that a hold must have
 *     to be of use; a CPO that is not named takes any
 */
public record Rules(Timetable times, Map<String, Integer> leastHold) {
  private static final BigDecimal PERCENT = new BigDecimal("0.01");

  public Rules {
    leastHold = Map.copyOf(leastHold);
  }

  boolean isTooLittle(Tap tap, Money held) {
    var percent = leastHold.getOrDefault(tap.reader().cpoId(), 0);
    var least = tap.requested().getAmount().multiply(PERCENT).multiply(BigDecimal.valueOf(percent));
    return held.isSameCurrency(tap.requested()) && held.getAmount().compareTo(least) < 0;
  }
}
