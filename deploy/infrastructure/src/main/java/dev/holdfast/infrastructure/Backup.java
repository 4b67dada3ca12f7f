package dev.holdfast.infrastructure;

import java.sql.DriverManager;
import java.sql.SQLException;

/** A copy of a service's whole database as it stood at one moment, while its service is stopped. */
public record Backup(Database database, String copy) {

  /** Makes the copy; one that was made before of the same database is replaced. */
  public static Backup of(Database database) {
    Backup backup = new Backup(database, database.name() + "_backup");
    backup.copy(database.name(), backup.copy);
    return backup;
  }

  /** Puts the copy in the place of the database, which is lost. */
  public void restore() {
    copy(copy, database.name());
  }

  private void copy(String from, String to) {
    Database server = database.named("postgres");
    try (var connection =
            DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
        var statement = connection.createStatement()) {
      statement.execute("drop database if exists \"%s\" with (force)".formatted(to));
      statement.execute("create database \"%s\" template \"%s\"".formatted(to, from));
    } catch (SQLException failed) {
      throw new IllegalStateException(
          "Cannot copy database " + from + " to " + to + ": " + failed.getMessage(), failed);
    }
  }
}
