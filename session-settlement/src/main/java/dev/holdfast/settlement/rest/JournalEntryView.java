package dev.holdfast.settlement.rest;

import dev.holdfast.settlement.postgres.JournalEntryRow;
import dev.holdfast.settlement.postgres.JournalLineRow;
import dev.holdfast.settlement.postgres.PostedEntry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the journal.
 *
 * @param cause why it was booked; a newer version of the service may know more causes
 */
public record JournalEntryView(
    String entryId,
    String reference,
    @Nullable String sessionId,
    String cpoId,
    String cause,
    Instant bookedAt,
    LocalDate bookingDay,
    List<LineView> lines) {

  /**
   * One line; in every entry and currency, debits equal credits.
   *
   * @param account a newer version of the service may know more of them
   * @param side DEBIT or CREDIT
   */
  public record LineView(String account, String side, MoneyView amount, @Nullable String detail) {
    static LineView of(JournalLineRow line) {
      var amount = new MoneyView(line.minorUnits(), line.currency());
      return new LineView(line.account(), line.side(), amount, line.detail());
    }
  }

  static JournalEntryView of(PostedEntry posted) {
    JournalEntryRow entry = posted.entry();
    return new JournalEntryView(
        entry.entryId().toString(),
        entry.reference().text(),
        entry.sessionId(),
        entry.cpoId(),
        entry.cause(),
        entry.bookedAt(),
        entry.bookingDay(),
        posted.lines().stream().map(LineView::of).toList());
  }
}
