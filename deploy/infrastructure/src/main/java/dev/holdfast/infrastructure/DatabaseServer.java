package dev.holdfast.infrastructure;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** What is asked of a PostgreSQL server before a service has its database. */
final class DatabaseServer {
  private static final String DUPLICATE_DATABASE = "42P04";

  private DatabaseServer() {}

  static boolean answers(Database server) {
    try (var connection = connect(server)) {
      return connection.isValid(1);
    } catch (SQLException e) {
      return false;
    }
  }

  /** Makes the database if it is missing. */
  static Database create(Database server, String name) {
    if (!name.matches("[a-z][a-z0-9_-]{0,62}")) {
      throw new IllegalArgumentException(
          "'"
              + name
              + "' is no name for a database: use small letters, digits, - and _, at most 63.");
    }
    var database = server.named(name);
    try (var connection = connect(server);
        var statement = connection.createStatement()) {
      statement.execute("create database \"" + name + "\"");
    } catch (SQLException e) {
      if (!DUPLICATE_DATABASE.equals(e.getSQLState())) {
        throw new IllegalStateException(
            "Cannot make database " + database + ": " + e.getMessage(), e);
      }
    }
    return database;
  }

  private static Connection connect(Database database) throws SQLException {
    return DriverManager.getConnection(
        database.jdbcUrl() + "?connectTimeout=2&socketTimeout=10",
        database.user(),
        database.password());
  }
}
