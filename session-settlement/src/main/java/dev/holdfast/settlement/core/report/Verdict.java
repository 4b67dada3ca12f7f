package dev.holdfast.settlement.core.report;

import dev.holdfast.settlement.core.journal.JournalEntry.Cause;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a line comes to.
 *
 * @param remedy what a person can do about it
 * @param books what is to be booked for it that no line has booked before
 * @param transit what it puts in transit, and in which payout; null where that is not booked
 */
public record Verdict(
    Result result, @Nullable String remedy, List<Cause> books, @Nullable Transit transit) {
  /** The list is copied. */
  public Verdict {
    books = List.copyOf(books);
  }

  /** Money that is part of a payout. */
  public record Transit(String payout, Money amount) {}

  /** How a line ended. */
  public enum Result {
    /** All lines of the movement together are what moved here. */
    MATCHED,
    AMOUNT_DIFFERS,
    /** The report names what is not known here. */
    MISSING_HERE,
    /** It was not asked for here: a fee of the gateway's own, a chargeback, a reserve. */
    OTHER,
    /** An earlier line has said all of it. */
    DUPLICATE,
    /** The line cannot be read. */
    BROKEN
  }
}
