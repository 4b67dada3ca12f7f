package dev.holdfast.delivery;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The one place that owns a JDBC transaction: what ends well is committed, every other way out
 * rolls back. A connection that only goes back to its pool may commit what was begun on it.
 */
@ApplicationScoped
class JdbcTransactions {
  private final AgroalDataSource database;

  JdbcTransactions(AgroalDataSource database) {
    this.database = database;
  }

  /**
   * Work on a connection, which belongs to who lends it.
   *
   * @param <R> what comes of it
   * @param <X> how else it may end
   */
  interface Work<R, X extends Exception> {
    R on(Connection connection) throws SQLException, X;
  }

  /** Commits the work if it returns; rolls back if it throws anything. */
  <R, X extends Exception> R run(Work<R, X> work) throws SQLException, X {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        R result = work.on(connection);
        connection.commit();
        return result;
      } catch (Throwable failure) {
        rollBack(connection, failure);
        throw failure;
      }
    }
  }

  /** One statement that must stand outside of a transaction. */
  void alone(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Where even this fails, the connection is gone, and the server rolls back by itself. */
  private static void rollBack(Connection connection, Throwable failure) {
    try {
      connection.rollback();
    } catch (SQLException gone) {
      failure.addSuppressed(gone);
    }
  }
}
