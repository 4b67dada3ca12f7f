package dev.holdfast.settlement.core.journal;

import static java.util.stream.Collectors.toMap;

import dev.holdfast.settlement.core.journal.JournalEntry.Line;
import dev.holdfast.settlement.core.journal.JournalEntry.Side;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.joda.money.Money;

/**
 * How much one person may book alone.
 *
 * @param aloneUpTo in minor units, by currency; of one that is not named, nothing
 */
public record BookingLimits(Map<String, Long> aloneUpTo) {
  /** An environment variable cannot say in which case a currency is meant. */
  public BookingLimits {
    var codes = new HashMap<String, Long>();
    aloneUpTo.forEach((code, most) -> codes.put(code.toUpperCase(Locale.ROOT), most));
    aloneUpTo = Map.copyOf(codes);
  }

  /** Are the debits of each currency small enough for one person? */
  public boolean allow(JournalEntry entry) {
    Map<String, Money> debits =
        entry.lines().stream()
            .filter(line -> line.side() == Side.DEBIT)
            .collect(
                toMap(
                    line -> line.amount().getCurrencyUnit().getCode(), Line::amount, Money::plus));
    return debits.entrySet().stream()
        .allMatch(
            sum -> sum.getValue().getAmountMinorLong() <= aloneUpTo.getOrDefault(sum.getKey(), 0L));
  }
}
