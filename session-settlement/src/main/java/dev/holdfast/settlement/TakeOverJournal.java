package dev.holdfast.settlement;

import dev.holdfast.delivery.Transaction;
import dev.holdfast.settlement.core.journal.BookedEntry;
import dev.holdfast.settlement.postgres.JournalTable;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Takes entries over as they were booked, each on its day, after the database was restored from a
 * backup.
 */
@ApplicationScoped
public class TakeOverJournal {
  private final JournalTable journal;

  TakeOverJournal(JournalTable journal) {
    this.journal = journal;
  }

  /** Those of these ids that the database knows. */
  public Uni<List<UUID>> booked(Transaction transaction, Collection<UUID> ids) {
    return journal.booked(transaction, ids);
  }

  /** Writes the entries, which the database does not know. */
  public Uni<Void> takeOver(Transaction transaction, List<BookedEntry> entries) {
    return JournalTable.insert(transaction, entries);
  }
}
