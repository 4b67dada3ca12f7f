package dev.holdfast.local.throughput;

import dev.holdfast.infrastructure.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/**
 * The measure to hold against: the rows that a service has written, inserted once more by JDBC into
 * empty tables like its own, so many rows a batch and one commit a batch. Only that is timed, not
 * the reading of the rows.
 */
final class PlainInserts implements AutoCloseable {
  /** Rows a batch, as many as the service writes at a time. */
  static final int BATCH = 500;

  private static final String COPY = "plain_";
  private static final List<String> OUTBOX =
      List.of("topic", "key", "event_id", "at_micros", "traceparent", "value");

  private final Connection reading;
  private final Connection writing;
  private Duration time = Duration.ZERO;
  private long rows;

  PlainInserts(Database database) throws SQLException {
    this.reading = connect(database);
    this.writing = connect(database);
  }

  private static Connection connect(Database database) throws SQLException {
    Connection connection =
        DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
    connection.setAutoCommit(false);
    return connection;
  }

  /** The settings on which it depends how long a commit takes. */
  String durability() throws SQLException {
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

  /** All inserts so far. */
  SettlementFigures.Inserted inserted() {
    return new SettlementFigures.Inserted(rows, time);
  }

  /** Inserts the rows of settlements and journal. */
  void insertTables() throws SQLException {
    copy("settlement");
    copy("journal_entry");
    make("journal_line");
    execute(
        "alter table plain_journal_line add foreign key (entry_id) references plain_journal_entry");
    fill("journal_line");
  }

  /** Inserts the rows that the outbox has held, read from the topics. */
  void insertOutbox(Published published) throws SQLException {
    make("outbox");
    String insert = insert("outbox", OUTBOX);
    try (PreparedStatement statement = writing.prepareStatement(insert)) {
      published.readOn(poll -> timed(statement, outboxRows(poll)));
    }
  }

  private static List<Object[]> outboxRows(ConsumerRecords<byte[], byte[]> poll) {
    List<Object[]> rows = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : poll) {
      rows.add(
          new Object[] {
            record.topic(),
            record.key(),
            Published.header(record, "ce_id"),
            record.timestamp() * 1_000,
            Published.header(record, "traceparent"),
            record.value()
          });
    }
    return rows;
  }

  private void copy(String table) throws SQLException {
    make(table);
    fill(table);
  }

  private void make(String table) throws SQLException {
    execute("create table %s%s (like %s including all)".formatted(COPY, table, table));
  }

  private void fill(String table) throws SQLException {
    try (Statement select = reading.createStatement()) {
      select.setFetchSize(BATCH);
      try (ResultSet all = select.executeQuery("select * from " + table);
          PreparedStatement statement = writing.prepareStatement(insert(table, columns(all)))) {
        int width = all.getMetaData().getColumnCount();
        for (List<Object[]> batch = next(all, width); !batch.isEmpty(); batch = next(all, width)) {
          timed(statement, batch);
        }
      }
    }
  }

  private static List<String> columns(ResultSet rows) throws SQLException {
    List<String> columns = new ArrayList<>();
    for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
      columns.add(rows.getMetaData().getColumnName(i));
    }
    return columns;
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

  private void timed(PreparedStatement statement, List<Object[]> batch) throws SQLException {
    long begin = System.nanoTime();
    for (Object[] row : batch) {
      for (int i = 0; i < row.length; i++) {
        statement.setObject(i + 1, row[i]);
      }
      statement.addBatch();
    }
    var _ = statement.executeBatch();
    writing.commit();
    time = time.plusNanos(System.nanoTime() - begin);
    rows += batch.size();
  }

  private static String insert(String table, List<String> columns) {
    return "insert into %s%s (%s) values (%s)"
        .formatted(
            COPY,
            table,
            String.join(", ", columns),
            String.join(", ", Collections.nCopies(columns.size(), "?")));
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = writing.createStatement()) {
      statement.execute(sql);
    }
    writing.commit();
  }

  /** Removes the copies. */
  @Override
  public void close() throws SQLException {
    reading.close();
    try (writing) {
      writing.rollback();
      execute("drop table if exists plain_settlement, plain_journal_line, plain_journal_entry");
      execute("drop table if exists plain_outbox");
    }
  }
}
