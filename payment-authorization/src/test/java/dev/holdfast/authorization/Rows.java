package dev.holdfast.authorization;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** The rows of the application under test, as another version of it may write them. */
final class Rows {
  private Rows() {}

  /** Each {@code ?} is this reference. */
  static void change(String sql, String reference) throws SQLException {
    try (var connection = DriverManager.getConnection(of("jdbc.url"), of("username"), password());
        var statement = connection.prepareStatement(sql)) {
      for (int i = 1; i <= statement.getParameterMetaData().getParameterCount(); i++) {
        statement.setObject(i, UUID.fromString(reference));
      }
      statement.execute();
    }
  }

  /** One value of the row, as text. */
  static @Nullable String value(String expression, String reference) throws SQLException {
    var sql = "select (" + expression + ")::text from authorizations where reference = ?";
    try (var connection = DriverManager.getConnection(of("jdbc.url"), of("username"), password());
        var statement = connection.prepareStatement(sql)) {
      statement.setObject(1, UUID.fromString(reference));
      try (var found = statement.executeQuery()) {
        return found.next() ? found.getString(1) : null;
      }
    }
  }

  /** Nothing is written to this table until the connection is closed; it can be read. */
  static Connection locked(String table) throws SQLException {
    var connection = DriverManager.getConnection(of("jdbc.url"), of("username"), password());
    connection.setAutoCommit(false);
    try (var statement = connection.createStatement()) {
      statement.execute("lock table " + table + " in exclusive mode");
    }
    return connection;
  }

  /** What a query answers, as names and numbers. */
  static Map<String, Double> numbers(String sql) throws SQLException {
    try (var connection = DriverManager.getConnection(of("jdbc.url"), of("username"), password());
        var statement = connection.createStatement();
        var found = statement.executeQuery(sql)) {
      var numbers = new TreeMap<String, Double>();
      while (found.next()) {
        numbers.put(found.getString(1), found.getDouble(2));
      }
      return numbers;
    }
  }

  private static String password() {
    return of("password");
  }

  private static String of(String setting) {
    return ConfigProvider.getConfig().getValue("quarkus.datasource." + setting, String.class);
  }
}
