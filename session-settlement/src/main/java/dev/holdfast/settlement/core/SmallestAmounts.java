package dev.holdfast.settlement.core;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** The smallest amount that a gateway takes, per currency and from a date on. */
public final class SmallestAmounts {
  private final Map<CurrencyUnit, NavigableMap<LocalDate, Money>> amounts = new HashMap<>();

  /** A row of the data file: the amount is in force from that date on. */
  public record Row(Money amount, LocalDate validFrom) {}

  /** Of these rows, in any order. */
  public SmallestAmounts(List<Row> rows) {
    for (Row row : rows) {
      amounts
          .computeIfAbsent(row.amount().getCurrencyUnit(), currency -> new TreeMap<>())
          .put(row.validFrom(), row.amount());
    }
  }

  /** Is there nothing to take: zero, or less than a gateway took on that day? */
  boolean isTooSmall(Money total, LocalDate day) {
    return !total.isPositive() || total.isLessThan(smallest(total.getCurrencyUnit(), day));
  }

  private Money smallest(CurrencyUnit currency, LocalDate day) {
    NavigableMap<LocalDate, Money> byDate = amounts.get(currency);
    Map.Entry<LocalDate, Money> inForce = byDate == null ? null : byDate.floorEntry(day);
    return inForce == null ? Money.zero(currency) : inForce.getValue();
  }
}
