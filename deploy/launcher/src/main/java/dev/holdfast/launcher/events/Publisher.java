package dev.holdfast.launcher.events;

import dev.holdfast.contracts.Topic;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Publishes events from one source: Avro in the Confluent wire format, with CloudEvents headers.
 */
public final class Publisher implements AutoCloseable {
  private static final byte MAGIC = 0;
  private static final int PREFIX_BYTES = 5;
  private static final int BATCH_BYTES = 256 * 1024;

  private final String source;
  private final KafkaProducer<String, byte[]> producer;
  private final SchemaIds schemas;
  private final AtomicReference<@Nullable Exception> refused = new AtomicReference<>();

  /** Will publish to this broker with the schemas of this registry. */
  public Publisher(String bootstrapServers, URI schemaRegistry, String source) {
    this.source = source;
    this.schemas = new SchemaIds(schemaRegistry);
    this.producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.ACKS_CONFIG,
                "all",
                // What waits for the broker goes together; nothing waits for company.
                ProducerConfig.LINGER_MS_CONFIG,
                0,
                ProducerConfig.BATCH_SIZE_CONFIG,
                BATCH_BYTES,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                10_000,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                30_000),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  /** Sends an event; the answer ends when the broker has it, as {@link #flush} does for all. */
  public CompletableFuture<Void> send(Topic topic, String key, String id, SpecificRecord value) {
    CompletableFuture<Void> told = new CompletableFuture<>();
    var record = new ProducerRecord<>(topic.topicName(), key, encode(schemas.of(topic), value));
    Map.of(
            "ce_specversion",
            "1.0",
            "ce_id",
            id,
            "ce_type",
            value.getSchema().getFullName(),
            "ce_source",
            source,
            "ce_time",
            Instant.now().toString(),
            "ce_subject",
            key,
            "content-type",
            "application/vnd.apache.avro")
        .forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
    var _ =
        producer.send(
            record,
            (taken, failure) -> {
              if (failure == null) {
                told.complete(null);
              } else {
                refused.compareAndSet(null, failure);
                told.completeExceptionally(failure);
              }
            });
    return told;
  }

  /**
   * Returns when the broker has all that was sent.
   *
   * @throws IllegalStateException if it did not take some of it
   */
  public void flush() {
    producer.flush();
    Exception failure = refused.getAndSet(null);
    if (failure != null) {
      throw new IllegalStateException("The broker did not take all of " + source, failure);
    }
  }

  static byte[] encode(int schemaId, SpecificRecord value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(ByteBuffer.allocate(PREFIX_BYTES).put(MAGIC).putInt(schemaId).array());
    BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
    try {
      new SpecificDatumWriter<SpecificRecord>(
              value.getSchema(), SpecificData.getForSchema(value.getSchema()))
          .write(value, encoder);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  @Override
  public void close() {
    producer.close();
  }
}
