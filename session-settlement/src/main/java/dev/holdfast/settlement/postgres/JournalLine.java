package dev.holdfast.settlement.postgres;

import dev.holdfast.settlement.core.journal.BookedEntry;
import dev.holdfast.settlement.core.journal.JournalEntry;
import dev.holdfast.settlement.core.journal.JournalEntry.Account;
import dev.holdfast.settlement.core.journal.JournalEntry.Cause;
import dev.holdfast.settlement.core.journal.JournalEntry.Line;
import dev.holdfast.settlement.core.journal.JournalEntry.Name;
import dev.holdfast.settlement.core.journal.JournalEntry.Side;
import dev.holdfast.settlement.core.payment.Reference;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A row of the view {@code journal_line}: one line, and the entry that it is of. Constants are
 * texts, so that one that only a newer version knows can be shown.
 *
 * @param sessionId null for an entry of a report
 * @param lineNumber its place in the entry, from 1
 * @param minorUnits above zero
 * @param detail of a tax line: which tax
 */
public record JournalLine(
    UUID entryId,
    UUID reference,
    @Nullable String sessionId,
    String cpoId,
    String cause,
    String causeVersion,
    Instant bookedAt,
    LocalDate bookingDay,
    long lineNumber,
    String account,
    String side,
    long minorUnits,
    String currency,
    @Nullable String detail) {

  /** In the order in which {@link #of(Object[])} takes them. */
  static final String COLUMNS =
      """
      entry_id, reference, session_id, cpo_id, cause, cause_version, booked_at, booking_day,
      line_number, account, side, minor_units, currency, detail
      """;

  static JournalLine of(Object[] row) {
    return new JournalLine(
        (UUID) row[0],
        (UUID) row[1],
        (String) row[2],
        (String) row[3],
        (String) row[4],
        (String) row[5],
        ((OffsetDateTime) row[6]).toInstant(),
        (LocalDate) row[7],
        ((Number) row[8]).longValue(),
        (String) row[9],
        (String) row[10],
        ((Number) row[11]).longValue(),
        (String) row[12],
        (String) row[13]);
  }

  static List<JournalLine> of(BookedEntry booked) {
    JournalEntry entry = booked.entry();
    Name name = entry.name();
    UUID id = name.id();
    var rows = new ArrayList<JournalLine>();
    for (Line line : entry.lines()) {
      rows.add(
          new JournalLine(
              id,
              name.reference().value(),
              entry.sessionId(),
              entry.cpoId(),
              name.cause().name(),
              name.version(),
              booked.bookedAt(),
              booked.bookingDay(),
              rows.size() + 1L,
              line.account().name(),
              line.side().name(),
              line.amount().getAmountMinorLong(),
              line.amount().getCurrencyUnit().getCode(),
              line.detail()));
    }
    return rows;
  }

  Name name() {
    Cause known = StateText.constant(place(), Cause.class, "cause", cause);
    return new Name(new Reference(reference), known, causeVersion);
  }

  Line line() {
    return new Line(
        StateText.constant(place(), Account.class, "account", account),
        StateText.constant(place(), Side.class, "side", side),
        Money.ofMinor(CurrencyUnit.of(currency), minorUnits),
        detail);
  }

  private String place() {
    return "journal entry " + entryId;
  }
}
