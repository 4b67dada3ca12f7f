package dev.holdfast.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.holdfast.contracts.Topic;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** Writes records as the outside world would, and reads what a topic holds. */
public final class TopicProbe implements AutoCloseable {
  private final TopicReader reader;
  private final WireFormat format;
  private final KafkaProducer<byte[], byte[]> producer;

  private TopicProbe(String bootstrapServers, URI schemaRegistry) {
    this.format = new WireFormat(schemaRegistry);
    this.reader = new TopicReader(bootstrapServers, format);
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrapServers, "acks", "all"),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  /** A probe for this broker and the Confluent API of this registry. */
  public static TopicProbe on(String bootstrapServers, URI schemaRegistry) {
    return new TopicProbe(bootstrapServers, schemaRegistry);
  }

  /** A probe for the broker and registry that the application under test is configured with. */
  public static TopicProbe ofApplication() {
    var config = ConfigProvider.getConfig();
    return on(
        config.getValue("kafka.bootstrap.servers", String.class),
        URI.create(config.getValue("holdfast.schema-registry.url", String.class)));
  }

  /** Publishes one record with CloudEvents headers and waits until the broker has it. */
  public void publish(Topic topic, String key, SpecificRecord value) {
    var headers =
        Map.of(
            "ce_specversion",
            "1.0",
            "ce_id",
            UUID.randomUUID().toString(),
            "ce_type",
            value.getSchema().getFullName(),
            "ce_source",
            "/testkit",
            "ce_time",
            Instant.now().toString(),
            "ce_subject",
            key);
    publishBytes(topic, key.getBytes(UTF_8), format.write(topic, value), headers);
  }

  /** Publishes bytes (or none) as they are and waits until the broker has them. */
  @SuppressWarnings("NullAway") // Kafka takes records without key or value; its types do not say so
  public void publishBytes(
      Topic topic, byte @Nullable [] key, byte @Nullable [] value, Map<String, String> headers) {
    var message = new ProducerRecord<byte[], byte[]>(topic.topicName(), key, value);
    headers.forEach((name, text) -> message.headers().add(name, text.getBytes(UTF_8)));
    try {
      producer.send(message).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(
          "Not published to " + topic.topicName() + ": " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while publishing", e);
    }
  }

  /** The bytes that {@link #publish} would send: to be spoilt. */
  public byte[] bytesOf(Topic topic, SpecificRecord value) {
    return format.write(topic, value);
  }

  /** All that the topic holds at this moment, in order within a partition. */
  public <T extends SpecificRecord> List<Published<T>> read(Topic topic, Class<T> type) {
    return reader.read(topic, reader.all(type));
  }

  /** What the topic holds at this moment under a key, in order. */
  public <T extends SpecificRecord> List<Published<T>> read(
      Topic topic, Class<T> type, String key) {
    return reader.read(topic, reader.withKey(type, key));
  }

  /**
   * Waits until the records of the topic under a key are enough, and returns them in order.
   *
   * @throws AssertionError if they are not after 30 s, with what there was
   */
  public <T extends SpecificRecord> List<Published<T>> await(
      Topic topic, Class<T> type, String key, Predicate<List<Published<T>>> enough) {
    return reader.await(topic, reader.withKey(type, key), enough);
  }

  /**
   * Waits until those records of the topic that matter are enough, and returns them.
   *
   * @throws AssertionError if they are not after 30 s, with what there was
   */
  public <T extends SpecificRecord> List<Published<T>> await(
      Topic topic,
      Class<T> type,
      Predicate<Published<T>> matters,
      Predicate<List<Published<T>>> enough) {
    return reader.await(topic, message -> reader.all(type).apply(message).filter(matters), enough);
  }

  @Override
  public void close() {
    reader.close();
    producer.close();
    format.close();
  }
}
