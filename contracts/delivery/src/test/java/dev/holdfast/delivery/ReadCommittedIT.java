package dev.holdfast.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.holdfast.contracts.Topic;
import dev.holdfast.events.SettlementChanged;
import dev.holdfast.testkit.Stack;
import dev.holdfast.testkit.TopicProbe;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a producer has not committed was not said yet; what it took back was never said. */
@QuarkusTest
@WithTestResource(Stack.class)
@SuppressWarnings("NullAway.Init") // the test framework fills the fields
class ReadCommittedIT {
  private static final Topic TOPIC = Topic.SESSION_STARTED;
  private static final int PARTITION = 0;

  /** Longer than a reader takes that does not wait for a commit. */
  private static final Duration SLOW = Duration.ofSeconds(8);

  @Inject KafkaClientService clients;
  @Inject LiveStarts live;

  private final TopicProbe probe = TopicProbe.ofApplication();
  private final KafkaProducer<byte[], byte[]> plain = producer(Map.of());
  private final KafkaProducer<byte[], byte[]> transactional =
      producer(Map.of("transactional.id", UUID.randomUUID().toString()));
  private final List<String> shown = new CopyOnWriteArrayList<>();

  @AfterEach
  void close() {
    probe.close();
    plain.close();
    transactional.close();
  }

  @Test
  void everyChannelReadsWhatIsCommitted() {
    assertThat(clients.getConsumerChannels())
        .containsExactlyInAnyOrder("session-started", "stream");
    for (String channel : clients.getConsumerChannels()) {
      assertThat(clients.getConsumer(channel).configuration().get("isolation.level"))
          .as(channel)
          .isEqualTo("read_committed");
    }
  }

  @Test
  void neverHandlesWhatWasTakenBackAndWaitsForWhatIsSlow() throws Exception {
    live.changes().subscribe().with(start -> shown.add(start.getReference()));
    String before = send(plain);
    awaitSaid(before);
    transactional.initTransactions();

    transactional.beginTransaction();
    String takenBack = send(transactional);
    Thread.sleep(SLOW.toMillis());
    assertThat(saidOf(takenBack)).isZero();
    transactional.abortTransaction();

    transactional.beginTransaction();
    String slow = send(transactional);
    String behind = send(plain);
    Thread.sleep(SLOW.toMillis());
    assertThat(saidOf(slow) + saidOf(behind)).isZero();
    transactional.commitTransaction();

    awaitSaid(slow);
    awaitSaid(behind);
    assertThat(saidOf(takenBack)).isZero();
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(
            () -> assertThat(shown).containsSubsequence(slow, behind).doesNotContain(takenBack));
  }

  /** To one partition, where what is behind must wait. */
  private String send(KafkaProducer<byte[], byte[]> producer) throws Exception {
    String reference = UUID.randomUUID().toString();
    byte[] value = probe.bytesOf(TOPIC, Records.started(reference));
    producer
        .send(new ProducerRecord<>(TOPIC.topicName(), PARTITION, reference.getBytes(UTF_8), value))
        .get();
    return reference;
  }

  private void awaitSaid(String reference) {
    probe.await(Topic.SETTLEMENTS, SettlementChanged.class, reference, all -> !all.isEmpty());
  }

  private int saidOf(String reference) {
    return probe.read(Topic.SETTLEMENTS, SettlementChanged.class, reference).size();
  }

  private static KafkaProducer<byte[], byte[]> producer(Map<String, Object> more) {
    Map<String, Object> settings = new HashMap<>(more);
    settings.put(
        "bootstrap.servers",
        ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class));
    return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }
}
