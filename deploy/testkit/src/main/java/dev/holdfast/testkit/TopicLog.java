package dev.holdfast.testkit;

import dev.holdfast.contracts.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * What a topic has held since its start. It reads on from where it is: a consumer and the whole
 * topic for each question would cost more than what the tests play.
 */
final class TopicLog implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(100);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final List<ConsumerRecord<byte[], byte[]>> seen = new ArrayList<>();

  private TopicLog(KafkaConsumer<byte[], byte[]> consumer) {
    this.consumer = consumer;
  }

  static TopicLog of(Topic topic, String bootstrapServers) {
    var consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers", bootstrapServers,
                "enable.auto.commit", "false",
                // A consumer closes only when the broker has answered it.
                "fetch.max.wait.ms", "100"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    var partitions =
        consumer.partitionsFor(topic.topicName()).stream()
            .map(known -> new TopicPartition(known.topic(), known.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    return new TopicLog(consumer);
  }

  /** What was read so far but for the first ones, in order within a partition. */
  synchronized List<ConsumerRecord<byte[], byte[]>> after(int first) {
    return List.copyOf(seen.subList(first, seen.size()));
  }

  /** Waits a moment for more. */
  synchronized void readOn() {
    consumer.poll(POLL).forEach(seen::add);
  }

  /** All that the topic holds at this moment. */
  synchronized List<ConsumerRecord<byte[], byte[]>> untilItsEnd() {
    var ends = consumer.endOffsets(consumer.assignment());
    while (ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
      readOn();
    }
    return after(0);
  }

  @Override
  public synchronized void close() {
    consumer.close();
  }
}
