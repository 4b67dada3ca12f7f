package dev.holdfast.delivery;

import dev.holdfast.contracts.Topic;
import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Sends what the outbox holds: takes rows out, sends them, waits for the broker's word, commits.
 * One at a time a database. A crash in between sends some again, with the same ids; none is lost.
 */
@ApplicationScoped
class Relay {
  private static final Logger LOG = Logger.getLogger(Relay.class);
  private static final int MOST_LEFT_DEAD = 20_000;
  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

  private final AgroalDataSource database;
  private final Map<String, Object> kafka;
  private final DeliverySettings settings;
  private final String source;
  private final Semaphore wakeUps = new Semaphore(0);
  private int leftDead;
  private final Thread thread = Thread.ofPlatform().name("relay").unstarted(this::run);
  private volatile boolean stopped;

  Relay(
      AgroalDataSource database,
      @Identifier("default-kafka-broker") Map<String, Object> kafka,
      DeliverySettings settings,
      @ConfigProperty(name = "quarkus.application.name") String application) {
    this.database = database;
    this.kafka = kafka;
    this.settings = settings;
    this.source = "/holdfast/" + application;
  }

  /** After the schemas were found: what is in the outbox can be sent then. */
  void atStart(@Observes @Priority(20) StartupEvent start) {
    thread.start();
  }

  @PreDestroy
  void stop() throws InterruptedException {
    stopped = true;
    wake();
    thread.join(settings.drainPatience());
  }

  /** There is something to send. */
  void wake() {
    wakeUps.release();
  }

  private void run() {
    try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(producerSettings())) {
      while (!stopped) {
        drain(producer);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void drain(KafkaProducer<byte[], byte[]> producer) throws InterruptedException {
    try {
      int sent = sendBatch(producer);
      removeDead(sent);
      if (sent < settings.relayBatch()) {
        boolean woken = wakeUps.tryAcquire(settings.relayPoll().toMillis(), TimeUnit.MILLISECONDS);
        if (woken) {
          wakeUps.drainPermits();
        }
      }
    } catch (SQLException | ExecutionException | RuntimeException failure) {
      LOG.warnf("The outbox could not be sent and waits: %s", failure);
      Thread.sleep(PAUSE_AFTER_FAILURE);
    }
  }

  private int sendBatch(KafkaProducer<byte[], byte[]> producer)
      throws SQLException, ExecutionException, InterruptedException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      List<OutboxRow> rows = OutboxRow.take(connection, settings.relayBatch());
      List<Future<RecordMetadata>> sent = new ArrayList<>(rows.size());
      for (OutboxRow row : rows) {
        sent.add(producer.send(record(row)));
      }
      for (Future<RecordMetadata> acknowledged : sent) {
        acknowledged.get();
      }
      connection.commit();
      return rows.size();
    }
  }

  /** Now and then: what was taken out lies before what comes next, and is passed over each time. */
  private void removeDead(int sent) throws SQLException {
    leftDead += sent;
    if (leftDead >= MOST_LEFT_DEAD) {
      try (Connection connection = database.getConnection()) {
        OutboxRow.removeDead(connection);
      }
      leftDead = 0;
    }
  }

  private ProducerRecord<byte[], byte[]> record(OutboxRow row) {
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(row.topic(), row.key(), row.value());
    header(record, "ce_specversion", "1.0");
    header(record, "ce_id", row.eventId());
    header(record, "ce_type", Objects.requireNonNull(TYPES.get(row.topic()), row.topic()));
    header(record, "ce_source", source);
    header(record, "ce_time", row.at().toString());
    header(record, "ce_subject", new String(row.key(), StandardCharsets.UTF_8));
    header(record, "content-type", "application/avro");
    header(record, Traceparent.HEADER, row.traceparent());
    return record;
  }

  private static void header(ProducerRecord<byte[], byte[]> record, String name, String value) {
    record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
  }

  private Map<String, Object> producerSettings() {
    Map<String, Object> producer = new HashMap<>(kafka);
    producer.put(ProducerConfig.ACKS_CONFIG, "all");
    producer.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    producer.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 30_000);
    producer.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
    producer.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000L);
    producer.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    producer.put(ProducerConfig.CLIENT_ID_CONFIG, source.substring(1).replace('/', '-'));
    producer.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    producer.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    return producer;
  }

  private static final Map<String, String> TYPES = types();

  private static Map<String, String> types() {
    Map<String, String> types = new HashMap<>();
    for (Topic topic : Topic.values()) {
      types.put(topic.topicName(), topic.schema().getFullName());
    }
    return Map.copyOf(types);
  }
}
