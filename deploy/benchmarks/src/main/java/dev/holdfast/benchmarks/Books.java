package dev.holdfast.benchmarks;

import dev.holdfast.benchmarks.TapFigures.Tapped;
import dev.holdfast.checks.audit.WriterSchemas;
import dev.holdfast.checks.audit.WriterSchemas.Unreadable;
import dev.holdfast.contracts.Topic;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Reads settlements.v1 and journal.v1 as they are written, and tells when a payment is in the
 * books: settled, billed and captured. It reads with the schemas of whoever wrote.
 */
final class Books implements AutoCloseable {
  /** What has to be read of a payment. */
  private enum Mark {
    DECIDED,
    SETTLED,
    SESSION_BILLED,
    CAPTURED
  }

  private final Published published;
  private final WriterSchemas schemas;
  private final Map<String, Open> open = new ConcurrentHashMap<>();
  private final Queue<PaymentTimes> done = new ConcurrentLinkedQueue<>();
  private final Thread reader;
  private volatile boolean ended;

  private record Open(
      Tapped tap, long closedAt, Map<Mark, Long> seen, CompletableFuture<Void> booked) {}

  Books(String bootstrapServers, URI schemaRegistry) {
    published = new Published(bootstrapServers, Topic.SETTLEMENTS, Topic.JOURNAL);
    published.skipToEnd();
    schemas = new WriterSchemas(schemaRegistry);
    reader = Thread.ofPlatform().name("books").start(this::read);
  }

  /** Waits for a payment whose session is being closed now; the answer ends when it is booked. */
  CompletableFuture<Void> await(String reference, Tapped tap) {
    var payment =
        new Open(tap, System.nanoTime(), new EnumMap<>(Mark.class), new CompletableFuture<>());
    open.put(reference, payment);
    return payment.booked();
  }

  /** The payments that were booked since this was asked last. */
  List<PaymentTimes> take() {
    List<PaymentTimes> taken = new ArrayList<>();
    for (PaymentTimes next = done.poll(); next != null; next = done.poll()) {
      taken.add(next);
    }
    return taken;
  }

  /** How many are still awaited. */
  int missing() {
    return open.size();
  }

  private void read() {
    while (!ended) {
      for (ConsumerRecord<byte[], byte[]> record : published.poll()) {
        String reference = Published.key(record);
        Open payment = open.get(reference);
        if (payment != null) {
          mark(reference, payment, record);
        }
      }
    }
  }

  private void mark(String reference, Open payment, ConsumerRecord<byte[], byte[]> record) {
    String said = said(record);
    for (Mark mark : Mark.values()) {
      if (mark.name().equals(said)) {
        payment.seen().putIfAbsent(mark, (System.nanoTime() - payment.closedAt()) / 1_000);
      }
    }
    if (payment.seen().size() == Mark.values().length) {
      long booked = payment.seen().values().stream().mapToLong(at -> at).max().orElseThrow();
      long decided = payment.seen().getOrDefault(Mark.DECIDED, booked);
      open.remove(reference);
      done.add(new PaymentTimes(payment.tap(), decided, booked));
      payment.booked().complete(null);
    }
  }

  private String said(ConsumerRecord<byte[], byte[]> record) {
    String field = record.topic().equals(Topic.JOURNAL.topicName()) ? "cause" : "status";
    try {
      GenericRecord value = schemas.read(record.value());
      return value.get(field).toString();
    } catch (Unreadable broken) {
      throw new IllegalStateException(record.topic() + " holds what cannot be read", broken);
    }
  }

  @Override
  public void close() {
    ended = true;
    try {
      reader.join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    published.close();
    schemas.close();
  }
}
