package dev.holdfast.settlement.rest;

import dev.holdfast.doors.Amount;
import dev.holdfast.settlement.ShowJournal.Entry;
import dev.holdfast.settlement.ShowJournal.Line;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the journal.
 *
 * @param cause why it was booked; a newer version of the service may know more causes
 */
record JournalEntryAnswer(
    UUID entryId,
    UUID reference,
    @Nullable String sessionId,
    String cpoId,
    String cause,
    Instant bookedAt,
    LocalDate bookingDay,
    List<EntryLine> lines) {
  /**
   * One line; in every entry and currency, debits equal credits.
   *
   * @param account a newer version of the service may know more of them
   * @param side DEBIT or CREDIT
   */
  record EntryLine(String account, String side, Amount amount, @Nullable String detail) {
    static EntryLine of(Line line) {
      var amount = new Amount(line.minorUnits(), line.currency());
      return new EntryLine(line.account(), line.side(), amount, line.detail());
    }
  }

  static JournalEntryAnswer of(Entry entry) {
    return new JournalEntryAnswer(
        entry.entryId(),
        entry.reference().value(),
        entry.sessionId(),
        entry.cpoId(),
        entry.cause(),
        entry.bookedAt(),
        entry.bookingDay(),
        entry.lines().stream().map(EntryLine::of).toList());
  }
}
