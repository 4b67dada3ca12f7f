package dev.holdfast.local.audit;

import dev.holdfast.local.system.Service;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Properties;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The tables of one service at one moment: rows and outbox as one transaction sees them. */
final class Snapshot implements AutoCloseable {
  private static final int ROWS_AT_ONCE = 1_000;

  /** Times as the topics' are written; and no time-out of the server, for a table may be large. */
  private static final String SESSION =
      """
      set local time zone 'UTC';
      set local statement_timeout = 0;
      set local idle_in_transaction_session_timeout = 0
      """;

  private final Service service;
  private final Login login;
  private final Connection connection;

  /** A row of an audited table. */
  record Row(String key, long version, OffsetDateTime at, String content) {}

  /** A record that waits to be sent. */
  @SuppressWarnings("ArrayRecordComponent") // bytes are carried, never compared
  record Waiting(byte[] key, byte[] value) {}

  private Snapshot(Service service, Login login, Connection connection) {
    this.service = service;
    this.login = login;
    this.connection = connection;
  }

  /** The moment is now. */
  static Snapshot of(Service service, Login login) {
    Properties properties = new Properties();
    properties.setProperty("user", login.user());
    properties.setProperty("password", login.password());
    properties.setProperty("connectTimeout", "10");
    properties.setProperty("socketTimeout", "300");
    properties.setProperty("tcpKeepAlive", "true");
    properties.setProperty("ApplicationName", "holdfast-audit");
    try {
      Connection connection = DriverManager.getConnection(login.jdbcUrl(), properties);
      connection.setAutoCommit(false);
      connection.setReadOnly(true);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      Snapshot snapshot = new Snapshot(service, login, connection);
      try (Statement first = connection.createStatement()) {
        first.execute(SESSION);
        first.execute("select 1 from outbox limit 1");
      }
      return snapshot;
    } catch (SQLException refused) {
      throw unreachable(service, login, refused);
    }
  }

  Service service() {
    return service;
  }

  /** What the outbox holds for a topic, in the order in which it will be sent. */
  void waiting(String topic, Consumer<Waiting> reader) {
    String sql = "select key, value from outbox where topic = ? order by seq";
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setString(1, topic);
      query.setFetchSize(ROWS_AT_ONCE);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          reader.accept(new Waiting(rows.getBytes(1), rows.getBytes(2)));
        }
      }
    } catch (SQLException refused) {
      throw unreachable(service, login, refused);
    }
  }

  /** Rows of a table: all, or those of these keys. */
  void rows(Table table, @Nullable Collection<String> keys, Consumer<Row> reader) {
    String sql = "select key, version, at, content from (%s) as audited".formatted(table.sql());
    try (PreparedStatement query =
        connection.prepareStatement(keys == null ? sql : sql + " where key = any(?)")) {
      if (keys != null) {
        query.setArray(1, connection.createArrayOf("text", keys.toArray()));
      }
      query.setFetchSize(ROWS_AT_ONCE);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          reader.accept(
              new Row(
                  rows.getString(1),
                  rows.getLong(2),
                  rows.getObject(3, OffsetDateTime.class),
                  rows.getString(4)));
        }
      }
    } catch (SQLException refused) {
      throw unreachable(service, login, refused);
    }
  }

  private static Unreachable unreachable(Service service, Login login, SQLException why) {
    return new Unreachable(
        "The tables of %s cannot be read at %s: %s"
            .formatted(service.title(), login, why.getMessage()),
        why);
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException gone) {
      throw unreachable(service, login, gone);
    }
  }
}
