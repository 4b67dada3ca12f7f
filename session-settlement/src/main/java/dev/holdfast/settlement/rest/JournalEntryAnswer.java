package dev.holdfast.settlement.rest;

import dev.holdfast.doors.Amount;
import dev.holdfast.settlement.ShowJournal.Entry;
import dev.holdfast.settlement.ShowJournal.Line;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the journal.
 *
 * @param cause why it was booked; a newer version of the service may know more causes
 * @param causeVersion which one: cause and version name the entry of the payment
 */
@Schema(
    examples =
        """
        {"entryId": "5b0a7e0e-8d0f-5f0e-9a35-0f6f0f5f1c11",
         "reference": "019ac2b4-6a3c-7d20-9c52-3f6a1be0c111", "sessionId": "session-77",
         "cpoId": "NL-HLD", "cause": "SHORTFALL", "causeVersion": "1/2",
         "bookedAt": "2026-06-01T09:02:11Z",
         "bookingDay": "2026-06-01",
         "lines": [
           {"account": "OVERAGE_RECEIVABLE", "side": "DEBIT",
            "amount": {"minorUnits": 1000, "currency": "EUR"}, "detail": null},
           {"account": "RECEIVABLE_FROM_CARD_HOLDER", "side": "CREDIT",
            "amount": {"minorUnits": 1000, "currency": "EUR"}, "detail": null}]}
        """)
record JournalEntryAnswer(
    UUID entryId,
    UUID reference,
    @Nullable String sessionId,
    String cpoId,
    String cause,
    String causeVersion,
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
        entry.causeVersion(),
        entry.bookedAt(),
        entry.bookingDay(),
        entry.lines().stream().map(EntryLine::of).toList());
  }
}
