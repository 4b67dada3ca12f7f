package dev.holdfast.settlement.rest;

import dev.holdfast.doors.Amount;
import dev.holdfast.settlement.core.journal.ManualEntry;
import dev.holdfast.settlement.core.journal.ManualFilter;
import dev.holdfast.settlement.core.payment.Resolution.Word;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An entry that a person wants booked, or has booked.
 *
 * @param id of what was asked for
 * @param version of what a second person decides on
 * @param entryId of the entry of the journal, which is there once it is BOOKED
 * @param reverses the id of the one that it takes back; null where it takes none back
 * @param bookingDay on which it counts; null while it waits for the day that is open when it is
 *     booked
 * @param decided what the second person said; null where nobody has, or one was enough
 */
@Schema(
    examples =
        """
        {"id": "8f6f4c83-3f2e-5a0c-9a36-0c9a6f3f5e21", "version": 2, "state": "BOOKED",
         "cpoId": "NL-HLD", "entryId": "5b0a7e0e-8d0f-5f0e-9a35-0f6f0f5f1c11", "reverses": null,
         "document": "BANK-2026-114", "bookingDay": "2026-06-01",
         "lines": [
           {"account": "CASH_AT_BANK", "side": "DEBIT",
            "amount": {"minorUnits": 1250, "currency": "EUR"}, "detail": null},
           {"account": "SUSPENSE", "side": "CREDIT",
            "amount": {"minorUnits": 1250, "currency": "EUR"}, "detail": null}],
         "asked": {"by": "Ines", "reason": "came without a payout", "at": "2026-06-01T09:02:11Z"},
         "decided": {"by": "Ann", "reason": "agrees with the bank", "at": "2026-06-01T10:00:00Z"}}
        """)
record ManualEntryAnswer(
    UUID id,
    long version,
    ManualFilter.Standing state,
    String cpoId,
    UUID entryId,
    @Nullable UUID reverses,
    String document,
    @Nullable LocalDate bookingDay,
    List<JournalEntryAnswer.EntryLine> lines,
    Said asked,
    @Nullable Said decided) {
  /** Who said so, why, and when. */
  record Said(String by, String reason, Instant at) {
    private static Said of(Word word) {
      return new Said(word.by(), word.reason(), word.at());
    }
  }

  static ManualEntryAnswer of(ManualEntry manual) {
    return new ManualEntryAnswer(
        manual.id(),
        manual.version(),
        ManualFilter.Standing.of(manual),
        manual.entry().cpoId(),
        manual.entry().name().id(),
        manual.reverses().orElse(null),
        manual.voucher().document(),
        manual.bookingDay(),
        manual.entry().lines().stream()
            .map(line ->
                new JournalEntryAnswer.EntryLine(
                    line.account().name(),
                    line.side().name(),
                    Amount.of(line.amount()),
                    line.detail()))
            .toList(),
        Said.of(manual.voucher().asked()),
        manual.second().map(Said::of).orElse(null));
  }
}
