package dev.holdfast.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.holdfast.testkit.Stack;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Stack.class)
@SuppressWarnings("NullAway.Init") // the test framework fills the fields
class DeadRowsIT {
  /** More than the relay leaves dead, and taken long before autovacuum looks. */
  private static final String MANY =
      """
      insert into outbox
        (topics, record_keys, event_ids, times_micros, traceparents, record_values)
      select '{journal.v1}', array['\\x00'::bytea], array['dead-row/' || i], '{0}', '{""}',
        array['\\x00'::bytea]
      from generate_series(1, 25000) i
      """;

  @Inject AgroalDataSource database;

  @Test
  void relayRemovesWhatIsLeftOfTheRowsThatItTook() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(MANY);
    }
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> {
          assertThat(number("select count(*) from outbox")).isZero();
          assertThat(
                  number("select vacuum_count from pg_stat_user_tables where relname = 'outbox'"))
              .isPositive();
        });
  }

  private long number(String query) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      return result.next() ? result.getLong(1) : -1;
    }
  }
}
