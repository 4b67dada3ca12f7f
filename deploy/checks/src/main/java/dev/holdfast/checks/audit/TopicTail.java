package dev.holdfast.checks.audit;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads topics from their start, what is committed alone, as a reader that belongs to no group. */
final class TopicTail implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int API_TIMEOUT_MILLIS = 20_000;

  private final String brokers;
  private final KafkaConsumer<byte[], byte[]> consumer;

  TopicTail(Map<String, String> kafka) {
    this.brokers = String.valueOf(kafka.get(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG));
    Map<String, Object> settings = new HashMap<>(kafka);
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 2_000);
    // A broker keeps every later question waiting while it waits for records that may not come.
    settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 50);
    settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, API_TIMEOUT_MILLIS);
    settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, API_TIMEOUT_MILLIS / 2);
    try {
      this.consumer =
          new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    } catch (KafkaException wrong) {
      throw unreachable(wrong);
    }
  }

  /** Goes to the start of a topic. */
  void begin(String topic) {
    try {
      var partitions =
          consumer.partitionsFor(topic).stream()
              .map(known -> new TopicPartition(known.topic(), known.partition()))
              .toList();
      if (partitions.isEmpty()) {
        throw new Unreachable("There is no topic %s at %s.".formatted(topic, brokers));
      }
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
    } catch (KafkaException silent) {
      throw unreachable(silent);
    }
  }

  /** Hands over what was not read yet, up to the end as it is now. */
  void readOn(Consumer<ConsumerRecord<byte[], byte[]>> reader) {
    try {
      Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
      long moved = System.nanoTime();
      long before = position();
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer.poll(POLL).forEach(reader);
        long now = position();
        if (now > before) {
          before = now;
          moved = System.nanoTime();
        } else if (System.nanoTime() - moved > PATIENCE.toNanos()) {
          throw new Unreachable(
              "Kafka at %s has given nothing for %d s, though more is there."
                  .formatted(brokers, PATIENCE.toSeconds()));
        }
      }
    } catch (KafkaException silent) {
      throw unreachable(silent);
    }
  }

  /** Reads one record again; what {@link #readOn} hands over is not changed by it. */
  Optional<ConsumerRecord<byte[], byte[]>> again(String topic, Place.OnTopic place) {
    TopicPartition partition = new TopicPartition(topic, place.partition());
    var all = List.copyOf(consumer.assignment());
    try {
      long reached = consumer.position(partition);
      consumer.pause(all);
      consumer.resume(List.of(partition));
      consumer.seek(partition, place.offset());
      long end = System.nanoTime() + PATIENCE.toNanos();
      while (System.nanoTime() < end) {
        for (var record : consumer.poll(POLL).records(partition)) {
          consumer.seek(partition, reached);
          consumer.resume(all);
          return record.offset() == place.offset() ? Optional.of(record) : Optional.empty();
        }
      }
      return Optional.empty();
    } catch (KafkaException silent) {
      throw unreachable(silent);
    }
  }

  private long position() {
    return consumer.assignment().stream().mapToLong(consumer::position).sum();
  }

  private Unreachable unreachable(KafkaException why) {
    Throwable cause = why.getCause() == null ? why : why.getCause();
    return new Unreachable(
        "Kafka does not answer at %s: %s".formatted(brokers, cause.getMessage()), why);
  }

  @Override
  public void close() {
    consumer.close();
  }
}
