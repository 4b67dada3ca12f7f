package dev.holdfast.settlement;

import dev.holdfast.delivery.Transaction;
import dev.holdfast.settlement.core.journal.BookedEntry;
import dev.holdfast.settlement.core.journal.ManualEntry;
import dev.holdfast.settlement.core.payment.Reference;
import dev.holdfast.settlement.postgres.JournalTable;
import dev.holdfast.settlement.postgres.ManualEntryTable;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;

/**
 * Takes entries over as they were booked, each on its day, after the database was restored from a
 * backup.
 */
@ApplicationScoped
public class TakeOverJournal {
  private final JournalTable journal;
  private final ManualEntryTable manualEntries;

  TakeOverJournal(JournalTable journal, ManualEntryTable manualEntries) {
    this.journal = journal;
    this.manualEntries = manualEntries;
  }

  /** The entries of these payments that the database knows. */
  public Uni<List<BookedEntry>> booked(Transaction transaction, Collection<Reference> references) {
    return journal.of(transaction, references);
  }

  /**
   * Writes the entries, which the database does not know, and what persons said of some of them.
   */
  public Uni<Void> takeOver(
      Transaction transaction, List<BookedEntry> entries, List<ManualEntry> manual) {
    return JournalTable.insert(transaction, entries)
        .chain(() -> manualEntries.takeOver(transaction, manual));
  }
}
