package dev.holdfast.benchmarks;

import dev.holdfast.benchmarks.SettlementFigures.Inserted;
import dev.holdfast.contracts.Topic;
import dev.holdfast.infrastructure.Database;
import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/**
 * The measure to hold against: the rows that session-settlement has written, inserted once more by
 * JDBC into empty tables like its own, so many rows a batch and one commit a batch. Only that is
 * timed, not the reading of the rows.
 */
final class PlainInserts implements AutoCloseable {
  /** Rows a batch, as many as the service writes at a time. */
  static final int BATCH = 500;

  private static final List<String> TABLES =
      List.of("settlement", "settlement_lookup", "journal_entry");

  private static final List<String> OUTBOX =
      List.of(
          "topics", "record_keys", "event_ids", "times_micros", "traceparents", "record_values");

  /**
   * What it came to.
   *
   * @param tables settlements and journal
   * @param withOutbox those, and what the outbox has held
   * @param durability the settings on which it depends how long a commit takes
   */
  record Found(Inserted tables, Inserted withOutbox, String durability) {}

  private final Connection reading;
  private final Connection writing;

  private PlainInserts(Database database) throws SQLException {
    this.reading = connect(database);
    this.writing = connect(database);
  }

  /** Inserts all rows; nothing is left of it, nor any transaction open. */
  static Found of(Database database, String bootstrapServers) {
    try (PlainInserts inserts = new PlainInserts(database)) {
      Inserted tables = new Inserted(0, Duration.ZERO);
      for (String table : TABLES) {
        tables = tables.plus(inserts.copy(table));
      }
      Inserted outbox = inserts.copyOutbox(bootstrapServers);
      return new Found(tables, tables.plus(outbox), inserts.durability());
    } catch (SQLException broken) {
      throw new IllegalStateException("The plain inserts failed: " + broken.getMessage(), broken);
    }
  }

  private static Connection connect(Database database) throws SQLException {
    Connection connection =
        DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
    connection.setAutoCommit(false);
    return connection;
  }

  private Inserted copy(String table) throws SQLException {
    try (TableCopy copy = new TableCopy(writing, table, TableCopy.columns(reading, table))) {
      return fill(copy, table);
    }
  }

  /** What the topics have, the outbox has held: a row for what a batch of settlements says. */
  private Inserted copyOutbox(String bootstrapServers) throws SQLException {
    try (TableCopy copy = new TableCopy(writing, "outbox", OUTBOX);
        Published published = new Published(bootstrapServers, Topic.SETTLEMENTS, Topic.JOURNAL)) {
      published.readOn(poll -> {
        if (!poll.isEmpty()) {
          copy.insert(List.<Object[]>of(outboxRow(poll)));
        }
      });
      return copy.inserted();
    }
  }

  private Object[] outboxRow(ConsumerRecords<byte[], byte[]> poll) throws SQLException {
    return new Object[] {
      array("text", poll, String[]::new, ConsumerRecord::topic),
      array("bytea", poll, byte[][]::new, ConsumerRecord::key),
      array("text", poll, String[]::new, record -> Published.header(record, "ce_id")),
      array("bigint", poll, Long[]::new, record -> record.timestamp() * 1_000),
      array("text", poll, String[]::new, record -> Published.header(record, "traceparent")),
      array("bytea", poll, byte[][]::new, ConsumerRecord::value)
    };
  }

  private <T> Array array(
      String type,
      ConsumerRecords<byte[], byte[]> poll,
      IntFunction<T[]> of,
      Function<ConsumerRecord<byte[], byte[]>, T> part)
      throws SQLException {
    List<T> parts = new ArrayList<>();
    poll.forEach(record -> parts.add(part.apply(record)));
    return writing.createArrayOf(type, parts.toArray(of));
  }

  private Inserted fill(TableCopy copy, String table) throws SQLException {
    try (Statement select = reading.createStatement()) {
      select.setFetchSize(BATCH);
      try (ResultSet all = select.executeQuery("select * from " + table)) {
        int width = all.getMetaData().getColumnCount();
        for (List<Object[]> batch = next(all, width); !batch.isEmpty(); batch = next(all, width)) {
          copy.insert(batch);
        }
      }
      return copy.inserted();
    }
  }

  private static List<Object[]> next(ResultSet all, int width) throws SQLException {
    List<Object[]> batch = new ArrayList<>();
    while (batch.size() < BATCH && all.next()) {
      Object[] row = new Object[width];
      for (int i = 0; i < width; i++) {
        row[i] = all.getObject(i + 1);
      }
      batch.add(row);
    }
    return batch;
  }

  private String durability() throws SQLException {
    try (Statement show = reading.createStatement();
        ResultSet settings =
            show.executeQuery(
                """
                select string_agg(name || ' ' || setting, ', ' order by name) from pg_settings
                where name in ('fsync', 'full_page_writes', 'synchronous_commit')
                """)) {
      return settings.next() ? settings.getString(1) : "";
    }
  }

  @Override
  public void close() throws SQLException {
    reading.close();
    try (writing) {
      writing.rollback();
      TableCopy.drop(writing, "outbox");
      for (String table : TABLES) {
        TableCopy.drop(writing, table);
      }
    }
  }
}
