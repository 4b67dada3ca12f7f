package dev.holdfast.settlement;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** The database of the service under test, for a test that turns its clock or stands in its way. */
public final class Database {
  private Database() {}

  /** A connection of its own, as another instance has one. */
  public static Connection connect() throws SQLException {
    Config config = ConfigProvider.getConfig();
    return DriverManager.getConnection(
        config.getValue("quarkus.datasource.jdbc.url", String.class),
        config.getValue("quarkus.datasource.username", String.class),
        config.getValue("quarkus.datasource.password", String.class));
  }

  /** Runs one statement, and commits it. */
  static void run(String statement) throws SQLException {
    try (Connection database = connect();
        Statement sql = database.createStatement()) {
      sql.execute(statement);
    }
  }

  /** The first column of what a query finds, as texts. */
  static List<String> lines(String query) throws SQLException {
    var lines = new ArrayList<String>();
    try (Connection database = connect();
        Statement sql = database.createStatement();
        ResultSet rows = sql.executeQuery(query)) {
      while (rows.next()) {
        lines.add(String.valueOf(rows.getString(1)));
      }
    }
    return lines;
  }

  /** The one value that a query finds, as text. */
  static String text(String query) throws SQLException {
    try (Connection database = connect();
        Statement sql = database.createStatement();
        ResultSet rows = sql.executeQuery(query)) {
      rows.next();
      return String.valueOf(rows.getString(1));
    }
  }
}
