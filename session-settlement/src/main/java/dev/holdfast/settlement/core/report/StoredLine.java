package dev.holdfast.settlement.core.report;

import dev.holdfast.settlement.core.journal.JournalEntry;
import dev.holdfast.settlement.core.payment.Reference;
import dev.holdfast.settlement.core.report.Reconciliation.Known;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of a report as it is kept, with what is known of what it tells.
 *
 * @param number in the file
 * @param verdict as it was judged last
 */
public record StoredLine(int number, ReportLine said, Known known, Verdict verdict, Owner owner) {
  /**
   * Whom it concerns.
   *
   * @param reference of its payment, or else a name of the line's own
   * @param cpoId null for a line that belongs to no payment, until a person has said whose it is
   */
  public record Owner(Reference reference, @Nullable String cpoId) {}

  /** Its entries, by the verdict that is kept. */
  public List<JournalEntry> entries(LineEntries of) {
    return of.of(said, verdict, known.moved() != null);
  }

  /** What it comes to by what is known now. */
  public Verdict judged() {
    return Reconciliation.judge(said, known);
  }
}
