package dev.holdfast.settlement.core.report;

import dev.holdfast.settlement.core.journal.JournalEntry;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a line says and came to, for those who look at it.
 *
 * @param result a name of {@link Verdict.Result}, or one that only a newer version knows
 * @param said null where it is broken, or says what only a newer version knows
 */
public record JudgedLine(
    int line, String result, @Nullable String remedy, @Nullable Said said, Booked booked) {
  /** What it says; money that leaves is below zero. */
  public record Said(
      String kind,
      @Nullable String gatewayReference,
      Money gross,
      @Nullable Money fee,
      ReportLine.Payout payout) {}

  /**
   * What is booked for it, or would be.
   *
   * @param reference of the payment, where it is known
   */
  public record Booked(@Nullable UUID reference, List<JournalEntry> entries) {
    /** The list is copied. */
    public Booked {
      entries = List.copyOf(entries);
    }
  }
}
