package dev.holdfast.scenarios;

import dev.holdfast.contracts.Topic;
import dev.holdfast.events.JournalCause;
import dev.holdfast.events.JournalEntryPosted;
import dev.holdfast.events.VendorChanged;
import dev.holdfast.events.VendorEnvironment;
import dev.holdfast.events.VendorStatus;
import dev.holdfast.infrastructure.Database;
import dev.holdfast.launcher.events.Publisher;
import dev.holdfast.launcher.system.LocalSystem;
import dev.holdfast.launcher.system.Service;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Does to topics and tables what nobody should. */
record Tampering(LocalSystem.Addresses at) {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  /** Keeps the relay of a service from sending until it is closed. */
  static final class HeldRelay implements AutoCloseable {
    private final Connection lock;

    private HeldRelay(Connection lock) {
      this.lock = lock;
    }

    @Override
    public void close() throws SQLException {
      lock.close();
    }
  }

  HeldRelay holdRelay(Service service) throws SQLException {
    Connection lock = connect(service);
    lock.createStatement().execute("select pg_advisory_lock(hashtext('holdfast-relay'))");
    return new HeldRelay(lock);
  }

  int execute(Service service, String sql) throws SQLException {
    try (Connection connection = connect(service);
        var statement = connection.createStatement()) {
      return statement.executeUpdate(sql);
    }
  }

  String ask(Service service, String sql) {
    try (Connection connection = connect(service);
        var answer = connection.createStatement().executeQuery(sql)) {
      return answer.next() ? String.valueOf(answer.getString(1)) : "";
    } catch (SQLException refused) {
      throw new IllegalStateException(refused);
    }
  }

  /** Loses a record before it is sent, and nothing else of what its transaction says. */
  void lose(Service service, String event) throws SQLException {
    int lost = execute(service, "delete from outbox where event_ids = '{%s}'".formatted(event));
    int among =
        execute(
            service,
            """
            update outbox
            set (topics, record_keys, event_ids, times_micros, traceparents, record_values) = (
              select array_agg(topic order by position), array_agg(key order by position),
                array_agg(event_id order by position), array_agg(at_micros order by position),
                array_agg(traceparent order by position), array_agg(value order by position)
              from outbox_record kept where kept.seq = outbox.seq and event_id <> '%1$s')
            where '%1$s' = any(event_ids) and cardinality(event_ids) > 1
            """
                .formatted(event));
    if (lost + among != 1) {
      throw new IllegalStateException("The outbox has no " + event);
    }
  }

  /** Waits until a service has sent what it has to say. */
  void awaitEmptyOutbox(Service service) {
    awaitAnswer(service, "select count(*) from outbox", "0");
  }

  void awaitAnswer(Service service, String sql, String answer) {
    var _ = new Patience(PATIENCE).until(sql, () -> ask(service, sql), answer::equals);
  }

  /** Publishes bytes as they are. */
  void publish(String topic, String key, String text)
      throws ExecutionException, InterruptedException {
    try (var producer = producer(Map.of())) {
      producer.send(message(topic, key, text)).get();
    }
  }

  /** Publishes bytes in a transaction that is taken back. */
  void publishAndAbort(String topic, String key, String text) {
    try (var producer = producer(Map.of("transactional.id", "tampering"))) {
      producer.initTransactions();
      producer.beginTransaction();
      var _ = producer.send(message(topic, key, text));
      producer.flush();
      producer.abortTransaction();
    }
  }

  /** An entry of the journal, and two versions of a vendor, that no service ever wrote. */
  void announceStrangers(String entry, String reference) {
    try (var publisher = new Publisher(at.kafka(), at.schemaRegistry(), "/other")) {
      var _ = publisher.send(Topic.JOURNAL, reference, entry, foreign(entry, reference));
      var _ = publisher.send(Topic.VENDORS, "NOBODY/TEST", "2", vendor(2));
      var _ = publisher.send(Topic.VENDORS, "NOBODY/TEST", "1", vendor(1));
      publisher.flush();
    }
  }

  /** Changes what a payment's bill books as receivable, past all that forbids it. */
  void rewriteJournal(String reference, String change) throws SQLException {
    execute(
        Service.SESSION_SETTLEMENT,
        """
        alter table journal_entry disable trigger append_only;
        alter table journal_entry drop constraint debits_are_credits;
        update journal_entry set amounts[1] = amounts[1] %s
          where reference = '%s' and cause = 'SESSION_BILLED';
        alter table journal_entry add constraint debits_are_credits
          check (is_balanced(accounts, sides, amounts, currencies, details)) not valid;
        alter table journal_entry enable trigger append_only
        """
            .formatted(change, reference));
  }

  private KafkaProducer<String, byte[]> producer(Map<String, Object> more) {
    Map<String, Object> settings = new HashMap<>(more);
    settings.put("bootstrap.servers", at.kafka());
    return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
  }

  private static ProducerRecord<String, byte[]> message(String topic, String key, String text) {
    return new ProducerRecord<>(topic, key, text.getBytes(StandardCharsets.UTF_8));
  }

  private Connection connect(Service service) throws SQLException {
    Database database = at.databases().get(service);
    if (database == null) {
      throw new IllegalStateException("No database of " + service);
    }
    return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
  }

  private static JournalEntryPosted foreign(String entry, String reference) {
    return JournalEntryPosted.newBuilder()
        .setEntryId(entry)
        .setReference(reference)
        .setCpoId(Site.CPO)
        .setCause(JournalCause.CAPTURED)
        .setBookedAt(Instant.EPOCH)
        .build();
  }

  private static VendorChanged vendor(long version) {
    return VendorChanged.newBuilder()
        .setVendor("NOBODY")
        .setVendorEnvironment(VendorEnvironment.TEST)
        .setVersion(version)
        .setOccurredAt(Instant.EPOCH)
        .setStatus(VendorStatus.OPERATIONAL)
        .setSince(Instant.EPOCH)
        .build();
  }
}
