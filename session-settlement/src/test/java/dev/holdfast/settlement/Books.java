package dev.holdfast.settlement;

import dev.holdfast.settlement.core.journal.JournalEntry;
import dev.holdfast.settlement.core.journal.JournalEntry.Cause;
import dev.holdfast.settlement.core.payment.Reference;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Entries of a CPO that are put in the journal as a test needs them: long ago, or many. */
record Books(String cpo) {
  private static final String INSERT =
      """
      insert into journal_entry (entry_id, reference, cpo_id, cause, cause_version, booked_at,
        booking_day, accounts, sides, amounts, currencies, details)
      values (?, ?, ?, ?, '1', ?, ?, ?, ?, ?, ?, ?)
      """;

  /** Of a payment whose reference is in its name. */
  record Entry(String reference, Cause cause, LocalDate day, Instant at) {
    static Entry of(String reference, Cause cause, Instant at) {
      return new Entry(reference, cause, LocalDate.ofInstant(at, ZoneOffset.UTC), at);
    }
  }

  /** Lines are words such as {@code DEBIT OVERAGE_RECEIVABLE 1000 EUR detail}. */
  void book(Entry entry, String... lines) throws SQLException {
    var reference = new Reference(UUID.fromString(entry.reference));
    List<String[]> words = Stream.of(lines).map(line -> line.split(" ", 5)).toList();
    try (Connection database = Database.connect();
        PreparedStatement statement = database.prepareStatement(INSERT)) {
      statement.setObject(1, new JournalEntry.Name(reference, entry.cause, "1").id());
      statement.setObject(2, reference.value());
      statement.setString(3, cpo);
      statement.setString(4, entry.cause.name());
      statement.setObject(5, entry.at.atOffset(ZoneOffset.UTC));
      statement.setObject(6, entry.day);
      statement.setArray(7, array(database, "text", words, line -> line[1]));
      statement.setArray(8, array(database, "text", words, line -> line[0]));
      statement.setArray(9, array(database, "bigint", words, line -> Long.valueOf(line[2])));
      statement.setArray(10, array(database, "text", words, line -> line[3]));
      statement.setArray(
          11, array(database, "text", words, line -> line.length > 4 ? line[4] : null));
      statement.executeUpdate();
    }
  }

  /**
   * So much that Payter took, under the name of its payment, as a settlement writes and books it.
   */
  String moved(long cents) throws SQLException {
    String payment = UUID.randomUUID().toString();
    Database.run(
        """
        insert into movement (reference, attempt, kind, gateway, gateway_reference, cpo_id,
          currency, minor_units, moved_at)
        values ('%1$s', 2, 'CAPTURE', 'PAYTER', '%1$s', '%2$s', 'EUR', %3$d, now())
        """
            .formatted(payment, cpo, cents));
    book(
        Entry.of(payment, Cause.CAPTURED, Instant.now()),
        "DEBIT RECEIVABLE_FROM_GATEWAY %d EUR".formatted(cents),
        "CREDIT RECEIVABLE_FROM_CARD_HOLDER %d EUR".formatted(cents));
    return payment;
  }

  /** As many entries of two lines of 1.00 EUR, a second apart from the moment on. */
  void bookMany(int entries, Instant from) throws SQLException {
    Database.run(
        """
        insert into journal_entry (entry_id, reference, cpo_id, cause, cause_version, booked_at,
          booking_day, accounts, sides, amounts, currencies, details)
        select gen_random_uuid(), gen_random_uuid(), '%1$s', 'CAPTURED', '1', at,
          (at at time zone 'UTC')::date,
          '{RECEIVABLE_FROM_GATEWAY, RECEIVABLE_FROM_CARD_HOLDER}', '{DEBIT, CREDIT}', '{100, 100}',
          '{EUR, EUR}', '{null, null}'
        from (select timestamptz '%2$s' + n * interval '1 second' as at
              from generate_series(0, %3$d - 1) n) moments
        """
            .formatted(cpo, from, entries));
  }

  private static Array array(
      Connection database,
      String type,
      List<String[]> lines,
      Function<String[], @Nullable Object> part)
      throws SQLException {
    return database.createArrayOf(type, lines.stream().map(part).toArray());
  }
}
