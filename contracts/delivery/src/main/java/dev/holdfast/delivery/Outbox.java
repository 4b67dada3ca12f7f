package dev.holdfast.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** How long the outbox has been waiting. */
@ApplicationScoped
class Outbox {
  private static final String AGE =
      """
      select floor(extract(epoch from clock_timestamp() - created_at) * 1000)
      from outbox order by seq limit 1
      """;

  private final JdbcTransactions database;

  Outbox(JdbcTransactions database) {
    this.database = database;
  }

  /** The age of the oldest row, from when it was written; empty if there is none. */
  Optional<Duration> age() throws SQLException {
    return database.run(connection -> {
      try (PreparedStatement query = connection.prepareStatement(AGE);
          ResultSet result = query.executeQuery()) {
        return result.next() ? Optional.of(Duration.ofMillis(result.getLong(1))) : Optional.empty();
      }
    });
  }
}
