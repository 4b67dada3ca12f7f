package dev.holdfast.settlement;

import static dev.holdfast.contracts.Topic.AUTHORIZATIONS;
import static dev.holdfast.contracts.Topic.SESSION_CLOSED;
import static dev.holdfast.contracts.Topic.SESSION_STARTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.holdfast.contracts.Topic;
import dev.holdfast.events.AttemptKind;
import dev.holdfast.testkit.Stack;
import dev.holdfast.testkit.TopicProbe;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an ordinary payment costs the database, from its hold until it is settled. */
@QuarkusTest
@WithTestResource(value = Stack.class, scope = TestResourceScope.GLOBAL)
class RowsIT implements SoundBooks {
  private static final Logger LOG = Logger.getLogger(RowsIT.class);
  private static final int PAYMENTS = 100;

  private static final Map<String, Long> A_PAYMENT =
      Map.of("settlement", 1L, "settlement_lookup", 1L, "journal_entry", 2L, "movement", 1L);

  /** A row for each transaction, of the outbox, or for each partition or hour. */
  private static final Set<String> OF_MANY_PAYMENTS =
      Set.of("outbox", "read_up_to", "settlement_total");

  /** A connection says what it has done within ten seconds, even if it does nothing more. */
  private static final Duration UNTIL_ALL_IS_COUNTED = Duration.ofSeconds(12);

  private static final String COUNTERS =
      """
      select coalesce(cast(cast(inhparent as regclass) as text), relname),
        sum(n_tup_ins), sum(n_tup_upd), sum(n_tup_hot_upd), sum(n_tup_del)
      from pg_stat_user_tables left join pg_inherits on inhrelid = relid
      group by 1
      """;

  private final TopicProbe probe = TopicProbe.ofApplication();
  private final Instant tap = Instant.now().truncatedTo(ChronoUnit.MILLIS);

  /** Rows of a table that were written since ever. */
  private record Rows(long inserted, long updated, long hot, long deleted) {
    private static final Rows NONE = new Rows(0, 0, 0, 0);

    Rows since(Rows before) {
      return new Rows(
          inserted - before.inserted,
          updated - before.updated,
          hot - before.hot,
          deleted - before.deleted);
    }
  }

  @AfterEach
  void close() {
    probe.close();
  }

  @Test
  void insertsFewRowsForAPayment() throws Exception {
    Map<String, Rows> written = play(PAYMENTS);
    Rows outbox = written.getOrDefault("outbox", Rows.NONE);
    Rows polls = written.getOrDefault("read_up_to", Rows.NONE);
    assertThat(outbox.inserted()).isLessThanOrEqualTo(polls.inserted() + polls.updated());
    written.keySet().removeAll(OF_MANY_PAYMENTS);
    assertThat(inserted(written, PAYMENTS)).isEqualTo(A_PAYMENT);
    Rows settlement = written.getOrDefault("settlement", Rows.NONE);
    assertThat(settlement.hot()).as("%s", settlement).isGreaterThan(settlement.updated() * 8 / 10);
  }

  /** Each of the four records is a transaction of its own, and each says a version. */
  @Test
  void insertsARowMoreATransactionForAPaymentAllAlone() throws Exception {
    Map<String, Rows> written = play(1);
    written.keySet().removeAll(Set.of("read_up_to", "settlement_total"));
    var expected = new TreeMap<>(A_PAYMENT);
    expected.put("outbox", 4L);
    assertThat(inserted(written, 1)).isEqualTo(expected);
  }

  /**
   * Plays so many payments side by side, one record of each after the other; tells what was
   * written.
   */
  private Map<String, Rows> play(int payments) throws Exception {
    List<String> references =
        IntStream.range(0, payments).mapToObj(_ -> Records.referenceOf(tap)).toList();
    Map<String, Rows> before = counted();
    forEach(
        references,
        AUTHORIZATIONS,
        reference -> Records.held(reference, 5000),
        "hold_standing = 'HELD'");
    forEach(references, SESSION_STARTED, Records::started, "session_id is not null");
    forEach(
        references,
        SESSION_CLOSED,
        reference -> Records.closed(reference, 2340),
        "status = 'DECIDED'");
    forEach(
        references,
        AUTHORIZATIONS,
        reference -> Records.captured(reference, 5000, AttemptKind.CAPTURE, 2340),
        "status = 'SETTLED'");
    Map<String, Rows> written = counted();
    written.replaceAll((table, rows) -> rows.since(before.getOrDefault(table, Rows.NONE)));
    LOG.infof("%d payments: %s", payments, written);
    return written;
  }

  private static Map<String, Long> inserted(Map<String, Rows> written, int payments) {
    var inserted = new TreeMap<String, Long>();
    written.forEach((table, rows) -> {
      if (rows.inserted() > 0) {
        inserted.put(table, Math.ceilDiv(rows.inserted(), payments));
      }
    });
    return inserted;
  }

  /** Each would be written anew with every version of a settlement. */
  @Test
  void keepsTwoIndexesOfSettlements() throws SQLException {
    assertThat(Database.text("select count(*) from pg_indexes where tablename = 'settlement'"))
        .isEqualTo("2");
  }

  /** Publishes a record for each payment, and waits until all are so. */
  private void forEach(
      List<String> references, Topic topic, Function<String, SpecificRecord> record, String so) {
    references.forEach(reference -> probe.publish(topic, reference, record.apply(reference)));
    String query =
        "select count(*) from settlement where reference = any('{%s}'::uuid[]) and %s"
            .formatted(String.join(",", references), so);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> Database.text(query).equals(String.valueOf(references.size())));
  }

  private static Map<String, Rows> counted() throws Exception {
    Thread.sleep(UNTIL_ALL_IS_COUNTED.toMillis());
    var counted = new TreeMap<String, Rows>();
    try (Connection database = Database.connect();
        Statement statement = database.createStatement();
        ResultSet tables = statement.executeQuery(COUNTERS)) {
      while (tables.next()) {
        counted.put(tables.getString(1), rows(tables));
      }
    }
    return counted;
  }

  private static Rows rows(ResultSet table) throws SQLException {
    return new Rows(table.getLong(2), table.getLong(3), table.getLong(4), table.getLong(5));
  }
}
