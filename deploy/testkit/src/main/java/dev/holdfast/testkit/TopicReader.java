package dev.holdfast.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.holdfast.contracts.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** Reads topics from their start, as a reader that belongs to no group. */
record TopicReader(String bootstrapServers, WireFormat format) {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration POLL = Duration.ofMillis(100);

  /** Which records count, decoded; others may be bytes that nobody can decode. */
  interface Choice<T> extends Function<ConsumerRecord<byte[], byte[]>, Stream<Published<T>>> {}

  <T extends SpecificRecord> Choice<T> all(Class<T> type) {
    return message -> Stream.of(decode(message, type));
  }

  <T extends SpecificRecord> Choice<T> withKey(Class<T> type, String key) {
    return message ->
        key.equals(keyOf(message)) ? Stream.of(decode(message, type)) : Stream.empty();
  }

  <T> List<Published<T>> read(Topic topic, Choice<T> choice) {
    try (var consumer = fromTheStart(topic)) {
      var ends = consumer.endOffsets(consumer.assignment());
      var seen = new ArrayList<Published<T>>();
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer.poll(POLL).forEach(message -> choice.apply(message).forEach(seen::add));
      }
      return List.copyOf(seen);
    }
  }

  <T> List<Published<T>> await(
      Topic topic, Choice<T> choice, Predicate<List<Published<T>>> enough) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    try (var consumer = fromTheStart(topic)) {
      var seen = new ArrayList<Published<T>>();
      while (!enough.test(List.copyOf(seen))) {
        if (System.nanoTime() > end) {
          throw new AssertionError(
              "Not what was waited for on " + topic.topicName() + ", but " + seen);
        }
        consumer.poll(POLL).forEach(message -> choice.apply(message).forEach(seen::add));
      }
      return List.copyOf(seen);
    }
  }

  private KafkaConsumer<byte[], byte[]> fromTheStart(Topic topic) {
    var consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrapServers, "enable.auto.commit", "false"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    var partitions =
        consumer.partitionsFor(topic.topicName()).stream()
            .map(known -> new TopicPartition(known.topic(), known.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    return consumer;
  }

  private <T extends SpecificRecord> Published<T> decode(
      ConsumerRecord<byte[], byte[]> message, Class<T> type) {
    var headers = new TreeMap<String, String>();
    message
        .headers()
        .forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
    return new Published<>(
        keyOf(message),
        format.read(message.value(), type),
        headers,
        message.partition(),
        message.offset());
  }

  private static @Nullable String keyOf(ConsumerRecord<byte[], byte[]> message) {
    byte @Nullable [] key = message.key();
    return key == null ? null : new String(key, UTF_8);
  }
}
