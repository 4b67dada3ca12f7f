package dev.holdfast.settlement.rest;

import dev.holdfast.settlement.core.JournalEntry;
import dev.holdfast.settlement.core.JournalEntry.Account;
import dev.holdfast.settlement.core.JournalEntry.Cause;
import dev.holdfast.settlement.core.JournalEntry.Side;
import dev.holdfast.settlement.postgres.JournalTable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An entry of the journal. */
public record JournalEntryView(
    String entryId,
    String reference,
    @Nullable String sessionId,
    String cpoId,
    Cause cause,
    Instant bookedAt,
    LocalDate bookingDay,
    List<LineView> lines) {

  /** One line; in every entry and currency, debits equal credits. */
  public record LineView(Account account, Side side, MoneyView amount, @Nullable String detail) {
    static LineView of(JournalEntry.Line line) {
      return new LineView(
          line.account(), line.side(), MoneyView.ofKnown(line.amount()), line.detail());
    }
  }

  static JournalEntryView of(JournalTable.Booked booked) {
    JournalEntry entry = booked.entry();
    return new JournalEntryView(
        entry.name().id().toString(),
        entry.name().reference().text(),
        entry.sessionId(),
        entry.cpoId(),
        entry.name().cause(),
        booked.bookedAt(),
        booked.bookingDay(),
        entry.lines().stream().map(LineView::of).toList());
  }
}
