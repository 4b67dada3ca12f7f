package dev.holdfast.delivery;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
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

  private final AgroalDataSource database;

  Outbox(AgroalDataSource database) {
    this.database = database;
  }

  /** The age of the oldest row; empty if there is none. */
  Optional<Duration> age() throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement query = connection.prepareStatement(AGE);
        ResultSet result = query.executeQuery()) {
      return result.next() ? Optional.of(Duration.ofMillis(result.getLong(1))) : Optional.empty();
    }
  }
}
