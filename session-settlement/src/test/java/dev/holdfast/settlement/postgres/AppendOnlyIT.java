package dev.holdfast.settlement.postgres;

import static dev.holdfast.contracts.Topic.AUTHORIZATIONS;
import static dev.holdfast.contracts.Topic.JOURNAL;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.events.JournalEntryPosted;
import dev.holdfast.settlement.Database;
import dev.holdfast.settlement.Records;
import dev.holdfast.testkit.Stack;
import dev.holdfast.testkit.TopicProbe;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = Stack.class, scope = TestResourceScope.GLOBAL)
class AppendOnlyIT {
  @BeforeEach
  void bookSomething() {
    String reference = UUID.randomUUID().toString();
    try (TopicProbe probe = TopicProbe.ofApplication()) {
      probe.publish(AUTHORIZATIONS, reference, Records.held(reference, 5000));
      probe.await(JOURNAL, JournalEntryPosted.class, reference, said -> !said.isEmpty());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update journal_entry set cpo_id = 'x'",
        "update journal_line set minor_units = 1",
        "delete from journal_line",
        "delete from journal_entry",
        "truncate journal_entry, journal_line",
        "delete from closed_day",
        "update booking_calendar set cut_off = '12:00'"
      })
  void theDatabaseItselfRefusesToChangeTheJournal(String statement) throws SQLException {
    try (Connection database = Database.connect();
        Statement sql = database.createStatement()) {
      assertThatThrownBy(() -> sql.execute(statement)).hasMessageContaining("append-only");
    }
  }
}
