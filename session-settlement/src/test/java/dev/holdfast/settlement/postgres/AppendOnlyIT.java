package dev.holdfast.settlement.postgres;

import static dev.holdfast.contracts.Topic.AUTHORIZATIONS;
import static dev.holdfast.contracts.Topic.JOURNAL;
import static dev.holdfast.contracts.Topic.SESSION_CLOSED;
import static org.assertj.core.api.Assertions.assertThat;
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
import org.junit.jupiter.api.Test;
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
      probe.publish(SESSION_CLOSED, reference, Records.closed(reference, 2340));
      probe.await(JOURNAL, JournalEntryPosted.class, reference, said -> !said.isEmpty());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update journal_entry set cpo_id = 'x'",
        "update journal_entry set amounts = '{1, 1}'",
        "delete from journal_entry",
        "truncate journal_entry",
        "delete from closed_day",
        "update booking_calendar set cut_off = '12:00'",
        "delete from manual_entry",
        "update journal_entry_other set cpo_id = 'x'",
        "truncate journal_entry_other"
      })
  void theDatabaseItselfRefusesToChangeTheJournal(String statement) throws SQLException {
    try (Connection database = Database.connect();
        Statement sql = database.createStatement()) {
      assertThatThrownBy(() -> sql.execute(statement)).hasMessageContaining("append-only");
    }
  }

  /** Columns: accounts, sides, amounts, currencies, details. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "'{A, B}', '{DEBIT, CREDIT}', '{100, 99}', '{EUR, EUR}', '{null, null}'",
        "'{A, B}', '{DEBIT, CREDIT}', '{100, 100}', '{EUR, USD}', '{null, null}'",
        "'{A, B, C, D}', '{DEBIT, CREDIT, DEBIT, CREDIT}', '{1, 2, 2, 1}', '{EUR, EUR, USD, USD}', "
            + "'{null, null, null, null}'",
        "'{A, B}', '{DEBIT, CREDIT}', '{0, 0}', '{EUR, EUR}', '{null, null}'",
        "'{A, B}', '{DEBIT, CREDIT}', '{-1, -1}', '{EUR, EUR}', '{null, null}'",
        "'{A, B}', '{DEBIT, CREDIT}', '{null, null}', '{EUR, EUR}', '{null, null}'",
        "'{A, B}', '{LEFT, RIGHT}', '{1, 1}', '{EUR, EUR}', '{null, null}'",
        "'{A, B}', '{DEBIT, null}', '{1, 1}', '{EUR, EUR}', '{null, null}'",
        "'{A, null}', '{DEBIT, CREDIT}', '{1, 1}', '{EUR, EUR}', '{null, null}'",
        "'{A, B}', '{DEBIT, CREDIT}', '{1, 1}', '{EUR, null}', '{null, null}'",
        "'{A}', '{DEBIT, CREDIT}', '{1, 1}', '{EUR, EUR}', '{null, null}'",
        "'{A, B}', '{DEBIT, CREDIT}', '{1, 1}', '{EUR, EUR}', '{}'",
        "'{}', '{}', '{}', '{}', '{}'"
      })
  void theDatabaseItselfRefusesAnEntryThatIsNotBalanced(String lines) throws SQLException {
    try (Connection database = Database.connect();
        Statement sql = database.createStatement()) {
      String insert =
          "insert into journal_entry values (gen_random_uuid(), gen_random_uuid(), null, 'cpo',"
              + " 'CAPTURED', '1', now(), now(), "
              + lines
              + ")";
      assertThatThrownBy(() -> sql.execute(insert)).hasMessageContaining("debits_are_credits");
    }
  }

  /** In each currency by itself. */
  @Test
  void takesAnEntryThatIsBalancedInTwoCurrencies() throws SQLException {
    try (Connection database = Database.connect();
        Statement sql = database.createStatement()) {
      database.setAutoCommit(false);
      assertThat(
              sql.executeUpdate(
                  """
                  insert into journal_entry values (gen_random_uuid(), gen_random_uuid(), null,
                    'cpo', 'CAPTURED', '1', now(), now(), '{A, B, C, D}',
                    '{DEBIT, CREDIT, DEBIT, CREDIT}', '{1, 1, 2, 2}', '{EUR, EUR, USD, USD}',
                    '{null, null, null, null}')
                  """))
          .isEqualTo(1);
      database.rollback();
    }
  }
}
