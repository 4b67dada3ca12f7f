package dev.holdfast.settlement.core.journal;

import static java.util.stream.Collectors.joining;

import dev.holdfast.settlement.core.Command;
import dev.holdfast.settlement.core.Run;
import dev.holdfast.settlement.core.journal.JournalEntry.Cause;
import dev.holdfast.settlement.core.journal.JournalEntry.Line;
import dev.holdfast.settlement.core.journal.JournalEntry.Side;
import org.joda.money.CurrencyUnit;

/**
 * An entry that the rules have made, in words.
 *
 * @param when it is booked
 * @param namedBy what its version is made of
 */
record CauseRow(JournalEntry entry, String when, String namedBy) {
  /** The one of that name which facts call for. */
  static CauseRow of(Cause cause, String when, String version, String namedBy, Command... facts) {
    JournalEntry entry =
        Run.of(facts).journal().stream()
            .filter(each -> each.name().text().equals(cause + " " + version))
            .findFirst()
            .orElseThrow(() -> new AssertionError("nothing is booked as " + cause + version));
    return new CauseRow(entry, when, namedBy);
  }

  Cause cause() {
    return entry.name().cause();
  }

  String drawn() {
    return "| %s | %s | %s | %s | `%s`: %s |"
        .formatted(
            cause(), when, lines(Side.DEBIT), lines(Side.CREDIT), entry.name().version(), namedBy);
  }

  private String lines(Side side) {
    return entry.lines().stream()
        .filter(line -> line.side() == side)
        .map(CauseRow::text)
        .collect(joining(", "));
  }

  private static String text(Line line) {
    String amount = line.account() + " " + line.amount().getAmount();
    var currency = line.amount().getCurrencyUnit();
    return currency.equals(CurrencyUnit.EUR) ? amount : amount + " " + currency;
  }
}
