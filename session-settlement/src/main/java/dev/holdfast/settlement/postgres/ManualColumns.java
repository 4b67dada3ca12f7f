package dev.holdfast.settlement.postgres;

import dev.holdfast.settlement.core.journal.JournalEntry;
import dev.holdfast.settlement.core.journal.JournalEntry.Account;
import dev.holdfast.settlement.core.journal.JournalEntry.Cause;
import dev.holdfast.settlement.core.journal.JournalEntry.Line;
import dev.holdfast.settlement.core.journal.JournalEntry.Side;
import dev.holdfast.settlement.core.journal.ManualEntry;
import dev.holdfast.settlement.core.journal.ManualEntry.State;
import dev.holdfast.settlement.core.journal.ManualFilter.Standing;
import dev.holdfast.settlement.core.payment.Reference;
import dev.holdfast.settlement.core.payment.Resolution.Word;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What a row of {@code manual_entry} says, read a line of the entry at a time. */
final class ManualColumns {
  /** Which of them, and in which order, is for the caller; the lines of one in theirs. */
  static final String SELECT =
      """
      select id, reference, cause, cause_version, cpo_id, booking_day, document, asked_by, reason,
        asked_at, state, decided_by, decision_reason, decided_at, account, side, minor_units,
        currency, detail
      from (select * from manual_entry %s) manual
      cross join lateral unnest(accounts, sides, amounts, currencies, details)
        with ordinality as line(account, side, minor_units, currency, detail, line_number)
      """;

  private final Object[] row;

  private ManualColumns(Object[] row) {
    this.row = row;
  }

  /** In the order of their first lines. */
  static List<ManualEntry> entries(List<Object[]> rows) {
    Map<UUID, List<ManualColumns>> entries = new LinkedHashMap<>();
    rows.forEach(row ->
        entries.computeIfAbsent((UUID) row[0], _ -> new ArrayList<>()).add(new ManualColumns(row)));
    return entries.values().stream().map(lines -> lines.getFirst().entry(lines)).toList();
  }

  /** The word of the column. */
  static String state(ManualEntry manual) {
    return Standing.of(manual).name();
  }

  private ManualEntry entry(List<ManualColumns> lines) {
    var name =
        new JournalEntry.Name(
            new Reference((UUID) row[1]), constant(Cause.class, "cause", 2), text(3));
    var entry =
        new JournalEntry(name, null, text(4), lines.stream().map(ManualColumns::line).toList());
    var voucher = new ManualEntry.Voucher(text(6), new Word(text(7), text(8), instant(9)));
    return new ManualEntry((UUID) row[0], entry, voucher, (LocalDate) row[5], state());
  }

  private State state() {
    Word second = row[11] == null ? null : new Word(text(11), text(12), instant(13));
    return switch (constant(Standing.class, "state", 10)) {
      case WAITING -> new State.Waiting();
      case BOOKED -> new State.Booked(second);
      case REJECTED -> new State.Rejected(Objects.requireNonNull(second));
    };
  }

  private Line line() {
    return new Line(
        constant(Account.class, "account", 14),
        constant(Side.class, "side", 15),
        Money.ofMinor(CurrencyUnit.of(text(17)), ((Number) row[16]).longValue()),
        nullable(18));
  }

  private <E extends Enum<E>> E constant(Class<E> type, String column, int place) {
    return StateText.constant("manual entry " + row[0], type, column, text(place));
  }

  private String text(int place) {
    return (String) row[place];
  }

  private @Nullable String nullable(int place) {
    return (String) row[place];
  }

  private Instant instant(int place) {
    return ((OffsetDateTime) row[place]).toInstant();
  }
}
