package dev.holdfast.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.holdfast.contracts.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Reads topics from their start, each once, as a reader that belongs to no group. */
final class TopicReader implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final String bootstrapServers;
  private final WireFormat format;
  private final Map<Topic, TopicLog> logs = new EnumMap<>(Topic.class);

  TopicReader(String bootstrapServers, WireFormat format) {
    this.bootstrapServers = bootstrapServers;
    this.format = format;
  }

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
    return log(topic).untilItsEnd().stream().flatMap(choice).toList();
  }

  <T> List<Published<T>> await(
      Topic topic, Choice<T> choice, Predicate<List<Published<T>>> enough) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    var log = log(topic);
    log.untilItsEnd();
    var chosen = new ArrayList<Published<T>>();
    int read = 0;
    while (true) {
      var messages = log.after(read);
      read += messages.size();
      messages.stream().flatMap(choice).forEach(chosen::add);
      if (enough.test(List.copyOf(chosen))) {
        return List.copyOf(chosen);
      }
      if (System.nanoTime() > end) {
        throw new AssertionError(
            "Not what was waited for on " + topic.topicName() + ", but " + chosen);
      }
      log.readOn();
    }
  }

  @Override
  public void close() {
    synchronized (logs) {
      logs.values().forEach(TopicLog::close);
      logs.clear();
    }
  }

  private TopicLog log(Topic topic) {
    synchronized (logs) {
      return logs.computeIfAbsent(topic, one -> TopicLog.of(one, bootstrapServers));
    }
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
