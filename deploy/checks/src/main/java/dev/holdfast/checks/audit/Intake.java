package dev.holdfast.checks.audit;

import dev.holdfast.checks.audit.Difference.Kind;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** Takes what a topic says, and what its services have yet to send, into the history. */
final class Intake {
  private static final String SOURCE_HEADER = "ce_source";
  private static final String SOURCE_PREFIX = "/holdfast/";

  private final Subject subject;
  private final TopicTail tail;
  private final Reading reading;
  private final Findings findings;
  private final History history;
  private long records;
  private long waiting;

  Intake(Subject subject, TopicTail tail, Reading reading, Findings findings, History history) {
    this.subject = subject;
    this.tail = tail;
    this.reading = reading;
    this.findings = findings;
    this.history = history;
  }

  /** The topic from its start to its end as it is now. */
  void readAll() {
    tail.begin(subject.name());
    readOn();
  }

  /** What has come to the topic since. */
  void readOn() {
    tail.readOn(this::take);
  }

  private void take(ConsumerRecord<byte[], byte[]> record) {
    records++;
    Place.OnTopic place = new Place.OnTopic(record.partition(), record.offset());
    history.pass(place);
    try {
      history.take(reading.read(source(record), record.key(), record.value()), place);
    } catch (WriterSchemas.Unreadable why) {
      findings.add(
          Kind.UNREADABLE,
          place,
          "the record at %s cannot be read: %s.".formatted(place, why.getMessage()));
    }
  }

  /** What was set aside and sent again by a person. */
  void excuse(Moment moment) {
    for (Snapshot snapshot : moment.snapshots()) {
      snapshot.sentAgain(
          subject.name(), record -> read(snapshot, record).ifPresent(history::excuse));
    }
  }

  /** What waits, and what was set aside; it is told of the first time. */
  void unsent(Moment moment, boolean first) {
    for (Snapshot snapshot : moment.snapshots()) {
      snapshot.setAside(subject.name(), record -> setAside(snapshot, record, first));
      snapshot.waiting(subject.name(), record -> waiting(snapshot, record, first));
    }
  }

  private void setAside(Snapshot snapshot, Snapshot.Unsent record, boolean first) {
    Optional<Said> said = read(snapshot, record);
    said.ifPresent(one -> history.take(one, new Place.AtService()));
    if (first) {
      String what = said.map(Intake::name).orElse("a record that cannot be read");
      findings.add(
          Kind.SET_ASIDE,
          said.map(one -> one.key().toString()).orElse(snapshot.service().title()),
          "%s was set aside by %s and not sent: %s"
              .formatted(what, snapshot.service().title(), record.reason()));
    }
  }

  private void waiting(Snapshot snapshot, Snapshot.Unsent record, boolean first) {
    Optional<Said> said = read(snapshot, record);
    boolean isNew = said.isPresent() && history.take(said.get(), new Place.AtService());
    if (first && isNew) {
      waiting++;
    }
    if (first && said.isEmpty()) {
      findings.add(
          Kind.UNREADABLE,
          snapshot.service().title(),
          "a record in the outbox of %s cannot be read.".formatted(snapshot.service().title()));
    }
  }

  /** What the topic says there; empty where it is gone, or was not sent yet. */
  Optional<Said> said(Place place) {
    return switch (place) {
      case Place.OnTopic on ->
          tail.again(subject.name(), on)
              .flatMap(record -> read(source(record), record.key(), record.value()));
      case Place.AtService() -> Optional.empty();
    };
  }

  private Optional<Said> read(Snapshot snapshot, Snapshot.Unsent record) {
    return read(snapshot.service().title(), record.key(), record.value());
  }

  private Optional<Said> read(String source, byte[] key, byte[] value) {
    try {
      return Optional.of(reading.read(source, key, value));
    } catch (WriterSchemas.Unreadable told) {
      return Optional.empty();
    }
  }

  private static String name(Said said) {
    return said.key() + ", version " + said.version() + ",";
  }

  private static String source(ConsumerRecord<byte[], byte[]> record) {
    Header header = record.headers().lastHeader(SOURCE_HEADER);
    String source =
        header == null ? "somebody" : new String(header.value(), StandardCharsets.UTF_8);
    return source.startsWith(SOURCE_PREFIX) ? source.substring(SOURCE_PREFIX.length()) : source;
  }

  long records() {
    return records;
  }

  /** How many of the records in the outbox the topic did not have when that was looked at. */
  long waiting() {
    return waiting;
  }
}
