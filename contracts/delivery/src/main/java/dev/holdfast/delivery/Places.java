package dev.holdfast.delivery;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads records by their place, as a reader that belongs to no group. Blocks. */
final class Places implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(200);

  /** Compaction and aborted transactions leave gaps before the end, but none of this size. */
  private static final long GAP = 50;

  private final KafkaConsumer<byte[], byte[]> consumer;

  Places(Map<String, Object> kafka, String clientId) {
    Map<String, Object> settings = new HashMap<>(kafka);
    settings.put(ConsumerConfig.CLIENT_ID_CONFIG, clientId + "-restore");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
    this.consumer = new KafkaConsumer<>(settings);
  }

  /** The first offset of each, and the one behind the last. */
  record Range(Map<TopicPartition, Long> begins, Map<TopicPartition, Long> ends) {
    long begin(TopicPartition place) {
      return begins.getOrDefault(place, 0L);
    }

    long end(TopicPartition place) {
      return ends.getOrDefault(place, 0L);
    }
  }

  Range range(Collection<TopicPartition> places) {
    return new Range(consumer.beginningOffsets(places), consumer.endOffsets(places));
  }

  /** The first record at the offset or behind it; empty where there is none before the end. */
  Optional<RawRecord> at(TopicPartition place, long offset, long end) {
    consumer.assign(List.of(place));
    consumer.seek(place, offset);
    while (consumer.position(place) < end) {
      List<RawRecord> polled = next();
      if (!polled.isEmpty()) {
        return Optional.of(polled.getFirst());
      }
    }
    return Optional.empty();
  }

  /** The last record; empty where there is none. */
  Optional<RawRecord> last(TopicPartition place, Range range) {
    consumer.assign(List.of(place));
    consumer.seek(place, Math.max(range.begin(place), range.end(place) - GAP));
    Optional<RawRecord> last = Optional.empty();
    while (consumer.position(place) < range.end(place)) {
      List<RawRecord> polled = next();
      last = polled.isEmpty() ? last : Optional.of(polled.getLast());
    }
    return last;
  }

  /** From now on {@link #next} gives the records from these offsets on. */
  void from(Map<TopicPartition, Long> starts) {
    consumer.assign(starts.keySet());
    starts.forEach(consumer::seek);
  }

  boolean isBefore(Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue());
  }

  List<RawRecord> next() {
    return StreamSupport.stream(consumer.poll(POLL).spliterator(), false)
        .map(RawRecord::of)
        .toList();
  }

  @Override
  public void close() {
    consumer.close();
  }
}
