package dev.holdfast.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** An empty table like another one, with its constraints and indexes, that is filled and timed. */
final class TableCopy implements AutoCloseable {
  private static final String PREFIX = "plain_";

  private final Connection connection;
  private final PreparedStatement insert;
  private Duration time = Duration.ZERO;
  private long rows;

  /** Makes the table; the connection does not commit by itself. */
  TableCopy(Connection connection, String table, List<String> columns) throws SQLException {
    this.connection = connection;
    execute(connection, "create table %1$s%2$s (like %2$s including all)".formatted(PREFIX, table));
    this.insert =
        connection.prepareStatement(
            "insert into %s%s (%s) values (%s)"
                .formatted(
                    PREFIX,
                    table,
                    String.join(", ", columns),
                    String.join(", ", Collections.nCopies(columns.size(), "?"))));
  }

  /** Of the table itself, in its order. */
  static List<String> columns(Connection connection, String table) throws SQLException {
    try (Statement select = connection.createStatement();
        ResultSet none = select.executeQuery("select * from " + table + " limit 0")) {
      List<String> columns = new ArrayList<>();
      for (int i = 1; i <= none.getMetaData().getColumnCount(); i++) {
        columns.add(none.getMetaData().getColumnName(i));
      }
      return columns;
    }
  }

  static void drop(Connection connection, String table) throws SQLException {
    execute(connection, "drop table if exists " + PREFIX + table);
  }

  /** Inserts a batch and commits. */
  void insert(List<Object[]> batch) throws SQLException {
    long begin = System.nanoTime();
    for (Object[] row : batch) {
      for (int i = 0; i < row.length; i++) {
        insert.setObject(i + 1, row[i]);
      }
      insert.addBatch();
    }
    var _ = insert.executeBatch();
    connection.commit();
    time = time.plusNanos(System.nanoTime() - begin);
    rows += batch.size();
  }

  SettlementFigures.Inserted inserted() {
    return new SettlementFigures.Inserted(rows, time);
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
    connection.commit();
  }

  @Override
  public void close() throws SQLException {
    insert.close();
  }
}
