package dev.holdfast.benchmarks;

import dev.holdfast.contracts.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What session-settlement says, on settlements.v1 and journal.v1, read from the beginning. */
final class Published implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(100);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final List<TopicPartition> partitions = new ArrayList<>();

  Published(String bootstrapServers, Topic... topics) {
    this.consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                PlainInserts.BATCH),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    for (Topic topic : topics) {
      for (int partition = 0; partition < topic.partitions(); partition++) {
        partitions.add(new TopicPartition(topic.topicName(), partition));
      }
    }
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /** How many records there are, told without reading one. */
  long size() {
    return consumer.endOffsets(partitions).values().stream().mapToLong(end -> end).sum();
  }

  /** How many of those have been read, or passed over. */
  private long position() {
    return partitions.stream().mapToLong(consumer::position).sum();
  }

  /** Hands over what has not been read yet, a poll at a time, up to the end as it is now. */
  <E extends Exception> void readOn(Reader<E> reader) throws E {
    long end = size();
    while (position() < end) {
      reader.take(consumer.poll(POLL));
    }
  }

  /** Takes a poll. */
  interface Reader<E extends Exception> {
    void take(ConsumerRecords<byte[], byte[]> poll) throws E;
  }

  /** Waits a moment for what comes. */
  ConsumerRecords<byte[], byte[]> poll() {
    return consumer.poll(POLL);
  }

  /** Passes over what there is. */
  void skipToEnd() {
    consumer.seekToEnd(partitions);
    var _ = position();
  }

  static String key(ConsumerRecord<byte[], byte[]> record) {
    return new String(record.key(), StandardCharsets.UTF_8);
  }

  static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    consumer.close();
  }
}
