package dev.holdfast.settlement.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.holdfast.contracts.Topic;
import dev.holdfast.events.AuthorizationStatus;
import dev.holdfast.events.Method;
import dev.holdfast.events.SettlementChanged;
import dev.holdfast.events.SettlementStatus;
import dev.holdfast.infrastructure.Part;
import dev.holdfast.settlement.Records;
import dev.holdfast.testkit.Published;
import dev.holdfast.testkit.ServiceProcess;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A hold is given back for want of a session only where the session could have been heard of. */
@SuppressWarnings("NullAway.Init") // set before all tests
class SilenceIT {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int SCHEMA_THAT_NOBODY_KNOWS = 987_654;
  private static Ground ground;
  private static ServiceProcess service;

  private final String heard = UUID.randomUUID().toString();
  private final String silent = UUID.randomUUID().toString();

  @BeforeAll
  static void start() throws SQLException {
    ground = Ground.start();
    service =
        ground.service(
            "listening",
            Map.of(
                "holdfast.settlement.publishes-starts",
                "*",
                "holdfast.settlement.wait-for-start",
                "2s",
                "mp.messaging.connector.smallrye-kafka.isolation.level",
                "read_committed"));
    // Each schema is known then, so that a registry that is away stops nothing but what is new.
    var payments = new Payments(ground);
    payments.publish(1);
    payments.areEachSettledOnceAndBookedOnce();
    String first = UUID.randomUUID().toString();
    ground.probe().publish(Topic.SESSION_STARTED, first, Records.started(first));
    awaitRows("session_id is not null", List.of(first));
  }

  @AfterAll
  static void end() {
    service.close();
    ground.close();
  }

  @Test
  void givesNoHoldBackWhileAStartMayBeWaiting() throws SQLException {
    ground.infrastructure().kill(Part.SCHEMA_REGISTRY);
    publishUnreadable(Topic.SESSION_STARTED);
    publish(Topic.SESSION_STARTED, heard, Records.started(heard));
    publish(Topic.AUTHORIZATIONS, heard, Records.held(heard, 5000));
    publish(Topic.AUTHORIZATIONS, silent, Records.held(silent, 5000));
    stayDue("NOT_STARTED");
    ground.infrastructure().start(Part.SCHEMA_REGISTRY);
    assertThat(decided(silent).getPlan().getFirst().getMethod()).isEqualTo(Method.RELEASE);
    awaitRows("status = 'AWAITING_SESSION' and session_id is not null", List.of(heard));
    assertThat(said(heard))
        .extracting(version -> version.value().getStatus())
        .containsOnly(SettlementStatus.AWAITING_SESSION);
  }

  @Test
  void givesNoHoldBackWhileACloseMayBeWaiting() throws SQLException {
    List<String> both = List.of(heard, silent);
    both.forEach(each -> publish(Topic.SESSION_STARTED, each, Records.started(each)));
    awaitRows("session_id is not null", both);
    ground.infrastructure().kill(Part.SCHEMA_REGISTRY);
    publishUnreadable(Topic.SESSION_CLOSED);
    publish(Topic.SESSION_CLOSED, heard, Records.closed(heard, 2340));
    // Half a minute before the ten minutes that it is released ahead of its end.
    var soon = Instant.now().plusSeconds(630).truncatedTo(ChronoUnit.MICROS);
    both.forEach(each ->
        publish(
            Topic.AUTHORIZATIONS,
            each,
            Records.authorization(each, 5000, 3, AuthorizationStatus.HELD)
                .setExpiresAt(soon)
                .build()));
    stayDue("NOT_CLOSED");
    ground.infrastructure().start(Part.SCHEMA_REGISTRY);
    assertThat(decided(silent).getPlan().getFirst().getMethod()).isEqualTo(Method.RELEASE);
    assertThat(decided(heard).getPlan().getFirst().getMethod()).isEqualTo(Method.CAPTURE);
  }

  @Test
  void givesAHoldBackWhereNothingButAnAbortedTransactionIsWaiting() throws Exception {
    try (KafkaProducer<byte[], byte[]> producer = transactional()) {
      producer.beginTransaction();
      byte[] key = heard.getBytes(UTF_8);
      byte[] start = ground.probe().bytesOf(Topic.SESSION_STARTED, Records.started(heard));
      for (int partition = 0; partition < Topic.SESSION_STARTED.partitions(); partition++) {
        String topic = Topic.SESSION_STARTED.topicName();
        producer.send(new ProducerRecord<>(topic, partition, key, start)).get();
      }
      producer.abortTransaction();
    }
    publish(Topic.AUTHORIZATIONS, silent, Records.held(silent, 5000));
    assertThat(decided(silent).getPlan().getFirst().getMethod()).isEqualTo(Method.RELEASE);
  }

  @Test
  void givesNoHoldBackWhileTheTransactionGoesOnThatTheStartIsIn() throws Exception {
    try (KafkaProducer<byte[], byte[]> producer = transactional()) {
      producer.beginTransaction();
      byte[] start = ground.probe().bytesOf(Topic.SESSION_STARTED, Records.started(heard));
      String topic = Topic.SESSION_STARTED.topicName();
      producer.send(new ProducerRecord<>(topic, heard.getBytes(UTF_8), start)).get();
      publish(Topic.AUTHORIZATIONS, heard, Records.held(heard, 5000));
      publish(Topic.AUTHORIZATIONS, silent, Records.held(silent, 5000));
      stayDue("NOT_STARTED");
      producer.commitTransaction();
    }
    awaitRows("status = 'AWAITING_SESSION' and session_id is not null", List.of(heard));
    assertThat(decided(silent).getPlan().getFirst().getMethod()).isEqualTo(Method.RELEASE);
  }

  /** Both were due long enough ago that a sweep that does not ask would have acted. */
  private void stayDue(String deadline) throws SQLException {
    awaitRows(
        "due = '%s' and due_at < now() - interval '8 seconds'".formatted(deadline),
        List.of(heard, silent));
  }

  /** Before the start or the close of the payment that is heard of later. */
  private void publishUnreadable(Topic topic) {
    byte[] bytes = ByteBuffer.allocate(20).put((byte) 0).putInt(SCHEMA_THAT_NOBODY_KNOWS).array();
    ground.probe().publishBytes(topic, heard.getBytes(UTF_8), bytes, Map.of());
  }

  private static void publish(Topic topic, String reference, SpecificRecord said) {
    ground.probe().publish(topic, reference, said);
  }

  private static SettlementChanged decided(String reference) {
    await()
        .atMost(PATIENCE)
        .until(() ->
            said(reference).stream()
                .anyMatch(version -> version.value().getStatus() == SettlementStatus.DECIDED));
    return said(reference).getLast().value();
  }

  private static List<Published<SettlementChanged>> said(String reference) {
    return ground.probe().read(Topic.SETTLEMENTS, SettlementChanged.class, reference);
  }

  private static void awaitRows(String condition, List<String> references) {
    String query =
        "select count(*) from settlement where %s and reference in ('%s')"
            .formatted(condition, String.join("','", references));
    await().atMost(PATIENCE).until(() -> ground.count(query) == references.size());
  }

  private static KafkaProducer<byte[], byte[]> transactional() {
    var producer =
        new KafkaProducer<byte[], byte[]>(
            Map.of(
                "bootstrap.servers",
                ground.infrastructure().bootstrapServers(),
                "transactional.id",
                UUID.randomUUID().toString()),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    producer.initTransactions();
    return producer;
  }
}
