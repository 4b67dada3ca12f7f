package dev.holdfast.settlement.postgres;

import dev.holdfast.delivery.WrittenByNewer;
import dev.holdfast.settlement.core.journal.BookedEntry;
import java.util.List;

/** An entry as the table has it, with all its lines in their order. */
public record PostedEntry(JournalEntryRow entry, List<JournalLineRow> lines) {
  /**
   * The entry as it was booked.
   *
   * @throws WrittenByNewer if its cause or an account is one that this version does not know
   */
  public BookedEntry booked() {
    return entry.booked(lines);
  }
}
