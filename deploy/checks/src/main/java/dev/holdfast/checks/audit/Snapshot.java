package dev.holdfast.checks.audit;

import dev.holdfast.launcher.Login;
import dev.holdfast.launcher.system.Service;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.Collection;
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

  private static final String FIRST_LOOK = "select 1 from outbox limit 1";
  private static final String WAITING =
      "select key, value, '' from outbox_record where topic = ? order by seq, position";
  private static final String SET_ASIDE =
      "select key, value, reason from unsent where topic = ? and sent_again_at is null order by id";
  private static final String SENT_AGAIN =
      "select key, value, reason from unsent where topic = ? and sent_again_at is not null";

  private final Service service;
  private final Login login;
  private final Connection connection;

  /** A row of an audited table. */
  record Row(String key, long version, OffsetDateTime at, String content) {}

  /** A record that was not sent; why, if it cannot be. */
  @SuppressWarnings("ArrayRecordComponent") // bytes are carried, never compared
  record Unsent(byte[] key, byte[] value, String reason) {}

  private Snapshot(Service service, Login login, Connection connection) {
    this.service = service;
    this.login = login;
    this.connection = connection;
  }

  /** The moment is now. */
  static Snapshot of(Service service, Login login) {
    try {
      Connection connection = login.connect();
      Snapshot snapshot = new Snapshot(service, login, connection);
      snapshot.begin();
      return snapshot;
    } catch (SQLException refused) {
      throw unreachable(service, login, refused);
    }
  }

  private void begin() throws SQLException {
    connection.setAutoCommit(false);
    connection.setReadOnly(true);
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    try (Statement statement = connection.createStatement()) {
      statement.execute(SESSION);
      // What every later statement sees is what this one does.
      statement.execute(FIRST_LOOK);
    } catch (SQLException refused) {
      close();
      throw refused;
    }
  }

  Service service() {
    return service;
  }

  /** What waits in the outbox for a topic, in the order in which it will be sent. */
  void waiting(String topic, Consumer<Unsent> reader) {
    unsent(WAITING, topic, reader);
  }

  /** What the relay has set aside. */
  void setAside(String topic, Consumer<Unsent> reader) {
    unsent(SET_ASIDE, topic, reader);
  }

  /** What was set aside, and sent by a person since. */
  void sentAgain(String topic, Consumer<Unsent> reader) {
    unsent(SENT_AGAIN, topic, reader);
  }

  private void unsent(String sql, String topic, Consumer<Unsent> reader) {
    read(
        sql,
        query -> query.setString(1, topic),
        row -> reader.accept(new Unsent(row.getBytes(1), row.getBytes(2), row.getString(3))));
  }

  /** Rows of a table: all, or those of these keys. */
  void rows(Table table, @Nullable Collection<String> keys, Consumer<Row> reader) {
    String all = "select key, version, at, content from (%s) as audited".formatted(table.sql());
    read(
        keys == null ? all : all + " where key = any(?)",
        query -> {
          if (keys != null) {
            query.setArray(1, connection.createArrayOf("text", keys.toArray()));
          }
        },
        row ->
            reader.accept(
                new Row(
                    row.getString(1),
                    row.getLong(2),
                    row.getObject(3, OffsetDateTime.class),
                    row.getString(4))));
  }

  private interface Use<T> {
    void of(T it) throws SQLException;
  }

  private void read(String sql, Use<PreparedStatement> parameters, Use<ResultSet> row) {
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      parameters.of(query);
      query.setFetchSize(ROWS_AT_ONCE);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          row.of(rows);
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
