package dev.holdfast.settlement.delivery;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.holdfast.contracts.Topic;
import dev.holdfast.events.AttemptKind;
import dev.holdfast.events.JournalEntryPosted;
import dev.holdfast.events.SettlementChanged;
import dev.holdfast.settlement.Records;
import dev.holdfast.settlement.postgres.Invariant;
import dev.holdfast.testkit.Published;
import dev.holdfast.testkit.TopicProbe;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.avro.specific.SpecificRecord;

/** Payments that are published whole, and what must have become of each of them. */
final class Payments {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  /** Hold placed, session billed, hold captured, rest released, money taken. */
  private static final int ENTRIES_OF_A_PAYMENT = 2;

  private final Ground ground;

  /** A load may still publish while its progress is looked at. */
  private final List<String> references = new CopyOnWriteArrayList<>();

  private final Map<String, Instant> saidAt = new ConcurrentHashMap<>();

  Payments(Ground ground) {
    this.ground = ground;
  }

  /** Publishes the three facts of each of so many new payments. */
  void publish(int count) {
    TopicProbe probe = ground.probe();
    for (int i = 0; i < count; i++) {
      String reference = UUID.randomUUID().toString();
      references.add(reference);
      probe.publish(Topic.AUTHORIZATIONS, reference, Records.held(reference, 5000));
      probe.publish(Topic.SESSION_CLOSED, reference, Records.closed(reference, 2340));
      probe.publish(
          Topic.AUTHORIZATIONS,
          reference,
          Records.captured(reference, 5000, AttemptKind.CAPTURE, 2340));
      saidAt.put(reference, Instant.now());
    }
  }

  /** How long the payment waited that waited longest, from its last fact to its settlement. */
  Duration longestWait() throws SQLException {
    var longest = Duration.ZERO;
    try (Connection connection = ground.connect();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select reference, changed_at from settlement where " + ours())) {
      while (rows.next()) {
        Instant said = requireNonNull(saidAt.get(rows.getString(1)));
        Instant settled = rows.getObject(2, OffsetDateTime.class).toInstant();
        var wait = Duration.between(said, settled);
        longest = wait.compareTo(longest) > 0 ? wait : longest;
      }
    }
    return longest;
  }

  int size() {
    return references.size();
  }

  /** Waits until nothing more is to come, then looks at rows and topics. */
  void areEachSettledOnceAndBookedOnce() throws SQLException {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(250))
        .ignoreExceptions()
        .untilAsserted(() -> {
          assertThat(settled()).isEqualTo(references.size());
          assertThat(ground.count("select count(*) from outbox")).isZero();
        });
    long booked = ground.count("select count(*) from journal_entry where " + ours());
    assertThat(booked).isEqualTo((long) references.size() * ENTRIES_OF_A_PAYMENT);
    thoseSaidAreThoseBooked(booked);
    versionsHaveNoHole();
    for (Invariant invariant : Invariant.values()) {
      assertThat(ground.count(invariant.count())).as(invariant.name()).isZero();
    }
  }

  /** How many versions and entries the topics say more than once. */
  long saidAgain() {
    return saidAgain(Topic.SETTLEMENTS, SettlementChanged.class)
        + saidAgain(Topic.JOURNAL, JournalEntryPosted.class);
  }

  private <T extends SpecificRecord> long saidAgain(Topic topic, Class<T> type) {
    return ours(topic, type).values().stream()
        .mapToLong(said -> said.size() - said.stream().map(Published::value).distinct().count())
        .sum();
  }

  long settled() throws SQLException {
    return ground.count(
        "select count(*) from settlement where status = 'SETTLED' and outcome = 'FULL' and "
            + ours());
  }

  private String ours() {
    return references.stream()
        .map(reference -> "'" + reference + "'")
        .collect(Collectors.joining(",", "reference in (", ")"));
  }

  /** A topic may repeat an entry, never say another one or the same id with another content. */
  private void thoseSaidAreThoseBooked(long booked) {
    List<Published<JournalEntryPosted>> said =
        ours(Topic.JOURNAL, JournalEntryPosted.class).values().stream()
            .flatMap(List::stream)
            .toList();
    Set<JournalEntryPosted> different = said.stream().map(Published::value).collect(toSet());
    Set<String> ids = different.stream().map(JournalEntryPosted::getEntryId).collect(toSet());
    assertThat(ids).hasSize((int) booked).hasSameSizeAs(different);
    assertThat(said).allSatisfy(p -> assertThat(ids).contains(p.headers().get("ce_id")));
  }

  private void versionsHaveNoHole() throws SQLException {
    Map<String, List<Published<SettlementChanged>>> said =
        ours(Topic.SETTLEMENTS, SettlementChanged.class);
    assertThat(said).hasSameSizeAs(references);
    long last = 0;
    for (List<Published<SettlementChanged>> ofOne : said.values()) {
      List<SettlementChanged> different = ofOne.stream().map(Published::value).distinct().toList();
      assertThat(different)
          .extracting(SettlementChanged::getVersion)
          .containsExactlyElementsOf(LongStream.rangeClosed(1, different.size()).boxed().toList());
      last += different.size();
    }
    assertThat(ground.count("select sum(version) from settlement where " + ours())).isEqualTo(last);
  }

  private <T extends SpecificRecord> Map<String, List<Published<T>>> ours(
      Topic topic, Class<T> type) {
    var mine = new HashSet<String>(references);
    return ground.probe().read(topic, type).stream()
        .filter(published -> mine.contains(key(published)))
        .collect(groupingBy((Function<Published<T>, String>) Payments::key));
  }

  private static String key(Published<?> published) {
    String key = published.key();
    return key == null ? "" : key;
  }
}
