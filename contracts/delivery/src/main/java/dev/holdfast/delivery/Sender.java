package dev.holdfast.delivery;

import dev.holdfast.contracts.Topic;
import dev.holdfast.doors.Traceparent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Sends records of the outbox to the broker, in their order, and waits for its word. For one
 * thread. A sender that has failed is closed, and another takes its place.
 */
final class Sender implements AutoCloseable {
  private static final Map<String, String> TYPES =
      Stream.of(Topic.values())
          .collect(Collectors.toMap(Topic::topicName, topic -> topic.schema().getFullName()));

  private final KafkaProducer<byte[], byte[]> producer;
  private final Admin admin;
  private final String source;
  private final Set<String> foundTopics = new HashSet<>();

  /**
   * Connects to the broker.
   *
   * @param kafka settings of all clients
   * @param patience how long the broker's word is waited for
   * @param source of the CloudEvents
   */
  Sender(Map<String, Object> kafka, Duration patience, String source) {
    Map<String, Object> settings = new HashMap<>(kafka);
    int wait = Math.toIntExact(patience.toMillis());
    settings.put(ProducerConfig.CLIENT_ID_CONFIG, source.substring(1).replace('/', '-'));
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, wait / 3);
    settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, wait);
    this.admin = Admin.create(settings);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, (long) wait / 3);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, wait);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    // With more, what is behind a record that is given up could reach the topic before it.
    settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    this.producer = new KafkaProducer<>(settings);
    this.source = source;
  }

  /** A record that the broker will never take, and why, in words for who must mend it. */
  record Refused(OutboxRecord record, String reason) {}

  /** The broker has not said that it has everything. */
  static final class NotTaken extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotTaken(ExecutionException cause) {
      super(cause.getCause());
    }
  }

  private record Sent(OutboxRecord record, Future<RecordMetadata> word) {}

  /**
   * Sends them all.
   *
   * @return those that can never be sent; the broker has all others
   * @throws NotTaken if the broker has not answered for one of them: nobody knows which it has, so
   *     all must be sent again, by another sender
   */
  List<Refused> send(List<OutboxRecord> records) throws InterruptedException {
    List<Refused> refused = new ArrayList<>();
    List<Sent> sent = new ArrayList<>(records.size());
    Map<String, String> closedTopics = findTopics(records);
    for (OutboxRecord one : records) {
      String why = closedTopics.get(one.topic());
      if (why == null) {
        sent.add(new Sent(one, producer.send(cloudEvent(one), this::stopAtFailure)));
      } else {
        refused.add(new Refused(one, why));
      }
    }
    for (Sent one : sent) {
      awaitWord(one).ifPresent(why -> refused.add(new Refused(one.record(), why)));
    }
    return refused;
  }

  /** Those of the records' topics that take no record, each with why: a send would wait in vain. */
  private Map<String, String> findTopics(List<OutboxRecord> records) throws InterruptedException {
    Set<String> topics = records.stream().map(OutboxRecord::topic).collect(Collectors.toSet());
    topics.removeAll(foundTopics);
    if (topics.isEmpty()) {
      return Map.of();
    }
    Map<String, String> closed = new HashMap<>();
    for (var found : admin.describeTopics(topics).topicNameValues().entrySet()) {
      refusal(found.getKey(), found.getValue().toCompletionStage().toCompletableFuture())
          .ifPresentOrElse(
              why -> closed.put(found.getKey(), why), () -> foundTopics.add(found.getKey()));
    }
    return closed;
  }

  private static Optional<String> awaitWord(Sent one) throws InterruptedException {
    return refusal(one.record().topic(), one.word());
  }

  private static Optional<String> refusal(String topic, Future<?> word)
      throws InterruptedException {
    try {
      word.get();
      return Optional.empty();
    } catch (ExecutionException failure) {
      return Optional.of(Refusal.of(topic, failure).orElseThrow(() -> new NotTaken(failure)));
    }
  }

  /** Nothing goes on past a record that was given up: it is sent again first. */
  private void stopAtFailure(@Nullable RecordMetadata sent, @Nullable Exception failure) {
    if (failure != null && Refusal.of("", failure).isEmpty()) {
      producer.close(Duration.ZERO);
    }
  }

  private ProducerRecord<byte[], byte[]> cloudEvent(OutboxRecord said) {
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(said.topic(), said.key(), said.value());
    header(record, "ce_specversion", "1.0");
    header(record, "ce_id", said.eventId());
    header(record, "ce_type", Objects.requireNonNullElse(TYPES.get(said.topic()), said.topic()));
    header(record, "ce_source", source);
    header(record, "ce_time", said.at().toString());
    if (said.key().length > 0) {
      header(record, "ce_subject", new String(said.key(), StandardCharsets.UTF_8));
    }
    header(record, "content-type", "application/vnd.apache.avro");
    header(record, Traceparent.HEADER, said.traceparent());
    return record;
  }

  private static void header(ProducerRecord<byte[], byte[]> record, String name, String value) {
    record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    producer.close(Duration.ZERO);
    admin.close(Duration.ZERO);
  }
}
