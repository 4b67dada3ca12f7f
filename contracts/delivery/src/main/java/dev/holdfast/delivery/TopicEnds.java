package dev.holdfast.delivery;

import static java.util.Objects.requireNonNull;

import dev.holdfast.contracts.Topic;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** Where topics end, by the broker's word. Blocks, but not for long. */
@ApplicationScoped
class TopicEnds {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration POLL = Duration.ofMillis(200);

  private final Map<String, Object> kafka;

  /** The first record that was found waiting in a partition: nobody need look again until then. */
  private final Map<TopicPartition, Long> waiting = new HashMap<>();

  private @Nullable Admin admin;

  TopicEnds(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
    this.kafka = kafka;
  }

  /**
   * The offset behind the last record of each partition, whether anybody may read that yet or not:
   * a transaction that goes on hides what was said before it ends.
   *
   * @throws IllegalStateException if the broker does not answer
   */
  synchronized Map<TopicPartition, Long> of(Topic topic) {
    String name = topic.topicName();
    var described = await(admin().describeTopics(List.of(name)).allTopicNames());
    Map<TopicPartition, OffsetSpec> last =
        requireNonNull(described.get(name)).partitions().stream()
            .collect(
                Collectors.toMap(
                    each -> new TopicPartition(name, each.partition()),
                    each -> OffsetSpec.latest()));
    Map<TopicPartition, Long> ends = new HashMap<>();
    await(admin().listOffsets(last).all()).forEach((place, end) -> ends.put(place, end.offset()));
    return ends;
  }

  /**
   * Is there a record to be read between the offsets? Marks of transactions, and what was never
   * committed or is deleted, are none. True also where nobody can tell now.
   */
  synchronized boolean hasRecords(TopicPartition place, long from, long end) {
    Long found = waiting.get(place);
    if (found != null && from <= found && found < end) {
      return true;
    }
    try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(consumerSettings())) {
      consumer.assign(List.of(place));
      consumer.seek(place, from);
      Patience patience = Patience.of(PATIENCE);
      while (consumer.position(place, PATIENCE) < end && !patience.isOver()) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
          waiting.put(place, record.offset());
          return record.offset() < end;
        }
      }
      return consumer.position(place, PATIENCE) < end;
    }
  }

  @PreDestroy
  synchronized void stop() {
    if (admin != null) {
      admin.close(Duration.ofSeconds(1));
    }
  }

  private Admin admin() {
    Admin known = admin;
    if (known == null) {
      Map<String, Object> settings = new HashMap<>(kafka);
      settings.put(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
      settings.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
      known = Admin.create(settings);
      admin = known;
    }
    return known;
  }

  private Map<String, Object> consumerSettings() {
    Map<String, Object> settings = new HashMap<>(kafka);
    settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
    settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    return settings;
  }

  private static <R> R await(KafkaFuture<R> answer) {
    try {
      return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while asking the broker", interrupted);
    } catch (ExecutionException | TimeoutException away) {
      throw new IllegalStateException("The broker does not answer: " + away.getMessage(), away);
    }
  }
}
