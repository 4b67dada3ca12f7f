package dev.holdfast.settlement;

import dev.holdfast.settlement.core.journal.JournalEntry;
import dev.holdfast.settlement.core.journal.JournalEntry.Cause;
import dev.holdfast.settlement.core.payment.Reference;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Entries of a CPO that are put in the journal as a test needs them: long ago, or many. */
record Books(String cpo) {
  /** Of a payment whose reference is in its name. */
  record Entry(String reference, Cause cause, LocalDate day, Instant at) {
    static Entry of(String reference, Cause cause, Instant at) {
      return new Entry(reference, cause, LocalDate.ofInstant(at, ZoneOffset.UTC), at);
    }
  }

  /** Lines are words such as {@code DEBIT OVERAGE_RECEIVABLE 1000 EUR detail}. */
  void book(Entry entry, String... lines) throws SQLException {
    var reference = new Reference(UUID.fromString(entry.reference));
    UUID id = new JournalEntry.Name(reference, entry.cause, "1").id();
    try (Connection database = Database.connect()) {
      database.setAutoCommit(false);
      insert(
          database,
          """
          insert into journal_entry
            (entry_id, reference, cpo_id, cause, cause_version, booked_at, booking_day)
          values (?, ?, ?, ?, '1', ?, ?)
          """,
          id,
          reference.value(),
          cpo,
          entry.cause.name(),
          entry.at.atOffset(ZoneOffset.UTC),
          entry.day);
      for (int i = 0; i < lines.length; i++) {
        String[] words = lines[i].split(" ", 5);
        insert(
            database,
            """
            insert into journal_line
              (entry_id, line_number, side, account, minor_units, currency, detail)
            values (?, ?, ?, ?, ?, ?, ?)
            """,
            id,
            i + 1,
            words[0],
            words[1],
            Long.valueOf(words[2]),
            words[3],
            words.length > 4 ? words[4] : null);
      }
      database.commit();
    }
  }

  /** As many entries of two lines of 1.00 EUR, a second apart from the moment on. */
  void bookMany(int entries, Instant from) throws SQLException {
    Database.run(
        """
        with fresh as (
          insert into journal_entry
            (entry_id, reference, cpo_id, cause, cause_version, booked_at, booking_day)
          select gen_random_uuid(), gen_random_uuid(), '%1$s', 'CAPTURED', '1', at,
            (at at time zone 'UTC')::date
          from (select timestamptz '%2$s' + n * interval '1 second' as at
                from generate_series(0, %3$d - 1) n) moments
          returning entry_id)
        insert into journal_line (entry_id, line_number, side, account, minor_units, currency)
        select entry_id, line_number, side, account, 100, 'EUR'
        from fresh, (values (1, 'DEBIT', 'RECEIVABLE_FROM_GATEWAY'),
                            (2, 'CREDIT', 'RECEIVABLE_FROM_CARD_HOLDER')) as
                      lines(line_number, side, account)
        """
            .formatted(cpo, from, entries));
  }

  private static void insert(Connection database, String sql, @Nullable Object... values)
      throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }
}
