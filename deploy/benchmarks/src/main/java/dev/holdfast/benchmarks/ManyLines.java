package dev.holdfast.benchmarks;

import dev.holdfast.infrastructure.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** A journal of many lines, put in by SQL; and the measure to hold its download against. */
final class ManyLines {
  private static final int LINES_OF_AN_ENTRY = 2;
  private static final int FETCHED = 1_000;

  /** The columns of the download, in its order. */
  private static final String LINES =
      """
      select booking_day, booked_at, cpo_id, reference, session_id, entry_id, cause, cause_version,
        line_number, account, side, round(minor_units / 100.0, 2), currency, detail
      from journal_line
      order by booking_day, booked_at, entry_id, line_number
      """;

  private final Database database;

  ManyLines(Database database) {
    this.database = database;
  }

  /** A month of ten CPOs, each payment captured. Nothing is switched off for it. */
  private static String fillSql(int entries) {
    return """
    insert into journal_entry
      (entry_id, reference, session_id, cpo_id, cause, cause_version, booked_at, booking_day,
       accounts, sides, amounts, currencies, details)
    select gen_random_uuid(),
      cast(lpad(to_hex(cast(extract(epoch from at) * 1000 as bigint)), 12, '0')
        || '7' || substr(md5(n::text), 1, 3) || '8' || substr(md5(n::text), 4, 15) as uuid),
      'session-' || n, 'cpo-' || n %% 10, 'CAPTURED',
      '2', at, cast(at at time zone 'UTC' as date),
      '{RECEIVABLE_FROM_GATEWAY, RECEIVABLE_FROM_CARD_HOLDER}', '{DEBIT, CREDIT}', '{2340, 2340}',
      '{EUR, EUR}', '{null, null}'
    from (select n, timestamptz '2026-10-01T00:00:00Z' + n * interval '30 days' / %1$d as at
          from generate_series(0, %1$d - 1) n) moments
    """
        .formatted(entries);
  }

  void fill(int lines) {
    var _ =
        work(statement -> {
          statement.execute(fillSql(lines / LINES_OF_AN_ENTRY));
          statement.execute("analyze journal_entry");
          return lines;
        });
  }

  /** How long a plain cursor takes to read the same columns, as text and in the same order. */
  Duration read(long lines) {
    long begin = System.nanoTime();
    long read = work(ManyLines::readAll);
    if (read != lines) {
      throw new IllegalStateException("The database has " + read + " lines, not " + lines);
    }
    return Duration.ofNanos(System.nanoTime() - begin);
  }

  private static long readAll(Statement statement) throws SQLException {
    statement.setFetchSize(FETCHED);
    long read = 0;
    try (ResultSet rows = statement.executeQuery(LINES)) {
      int width = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        for (int i = 1; i <= width; i++) {
          var _ = rows.getString(i);
        }
        read++;
      }
    }
    return read;
  }

  /** What is done in a transaction. */
  private interface Work {
    long on(Statement statement) throws SQLException;
  }

  private long work(Work work) {
    try (Connection connection =
            DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      long done = work.on(statement);
      connection.commit();
      return done;
    } catch (SQLException broken) {
      throw new IllegalStateException("The database refuses: " + broken.getMessage(), broken);
    }
  }
}
