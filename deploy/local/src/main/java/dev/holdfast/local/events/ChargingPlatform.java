package dev.holdfast.local.events;

import dev.holdfast.contracts.Topic;
import dev.holdfast.events.SessionClosed;
import dev.holdfast.events.SessionStarted;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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

/** Publishes session events as the charging platform does: Avro in the Confluent wire format. */
public final class ChargingPlatform implements AutoCloseable {
  private static final byte MAGIC = 0;
  private static final int PREFIX_BYTES = 5;
  private static final long PATIENCE_SECONDS = 30;

  private final KafkaProducer<String, byte[]> producer;
  private final SchemaIds schemas;

  /** Will publish to this broker with the schemas of this registry. */
  public ChargingPlatform(String bootstrapServers, URI schemaRegistry) {
    this.schemas = new SchemaIds(schemaRegistry);
    this.producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.ACKS_CONFIG,
                "all"),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  /** Says that charging began; returns when the broker has it. */
  public void publish(SessionStarted started) {
    send(Topic.SESSION_STARTED, started.getReference(), started.getSessionId(), started);
  }

  /** Says that charging ended and what it costs; returns when the broker has it. */
  public void publish(SessionClosed closed) {
    String id = closed.getSessionId() + "/" + closed.getRevision();
    send(Topic.SESSION_CLOSED, closed.getReference(), id, closed);
  }

  private void send(Topic topic, String key, String id, SpecificRecord value) {
    var record = new ProducerRecord<>(topic.topicName(), key, encode(schemas.of(topic), value));
    Map.of(
            "ce_specversion",
            "1.0",
            "ce_id",
            id,
            "ce_type",
            value.getSchema().getFullName(),
            "ce_source",
            "/charging-platform",
            "ce_time",
            Instant.now().toString(),
            "ce_subject",
            key,
            "content-type",
            "application/avro")
        .forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
    try {
      var _ = producer.send(record).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException refused) {
      throw new IllegalStateException("The broker did not take " + topic.topicName(), refused);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Stopped while publishing", stopped);
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
