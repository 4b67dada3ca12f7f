package dev.holdfast.local.audit;

import dev.holdfast.local.audit.Difference.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * Compares one topic with its table. Rows and outbox are looked at as of one moment, and the topic
 * is read on after it: what was committed then is in the outbox or, once it was deleted there, on
 * the topic. What has moved on in between is looked at again.
 */
final class Comparison {
  private static final int LOOKS_AGAIN = 4;
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final String SOURCE_HEADER = "ce_source";
  private static final String SOURCE_PREFIX = "/holdfast/";

  private final Subject subject;
  private final Addresses addresses;
  private final TopicTail tail;
  private final Reading reading;
  private final Findings findings;
  private final History history;
  private final Wording wording;
  private final Map<Key, Verdict> suspects = new HashMap<>();
  private long records;
  private long waiting;
  private long outlived;

  Comparison(Subject subject, Addresses addresses, TopicTail tail, WriterSchemas schemas) {
    this.subject = subject;
    this.addresses = addresses;
    this.tail = tail;
    this.reading = new Reading(subject, schemas);
    this.findings = new Findings(subject.name());
    this.history = new History(subject.versioned(), findings);
    this.wording = new Wording(subject, history, findings, this::said);
  }

  TopicFigures run() {
    tail.begin(subject.name());
    tail.readOn(this::take);
    look(null, this::judge);
    history.unmet(key -> suspects.put(key, Verdict.NO_ROW));
    for (int again = 0; again < LOOKS_AGAIN && !suspects.isEmpty(); again++) {
      pause();
      lookAgain(List.copyOf(suspects.keySet()), this::judge);
    }
    tellFirst();
    suspects.values().forEach(verdict -> verdict.count(findings));
    return new TopicFigures(
        subject.name(),
        new TopicFigures.Counts(records, history.keys(), history.met(), waiting),
        new TopicFigures.Unsure(history.unsure(), outlived),
        findings.counts(),
        findings.told(),
        findings.untold());
  }

  private void look(@Nullable Collection<Key> keys, BiConsumer<Key, Snapshot.Row> judgement) {
    List<Snapshot> snapshots = new ArrayList<>();
    try {
      subject
          .writers()
          .forEach(writer -> snapshots.add(Snapshot.of(writer, addresses.database(writer))));
      tail.readOn(this::take);
      for (Snapshot snapshot : snapshots) {
        boolean first = keys == null;
        snapshot.waiting(subject.name(), record -> takeWaiting(snapshot, record, first));
      }
      for (Snapshot snapshot : snapshots) {
        snapshot.rows(
            subject.table(),
            keys == null ? null : subject.rowKeys(snapshot.service(), keys),
            row -> judgement.accept(subject.key(snapshot.service(), row.key()), row));
      }
    } finally {
      snapshots.forEach(Snapshot::close);
    }
  }

  private void lookAgain(Collection<Key> keys, BiConsumer<Key, Snapshot.Row> judgement) {
    if (keys.isEmpty()) {
      return;
    }
    Set<Key> found = new HashSet<>();
    look(
        keys,
        (key, row) -> {
          found.add(key);
          judgement.accept(key, row);
        });
    for (Key key : keys) {
      if (!found.contains(key)) {
        judge(key, null);
      }
    }
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

  /** What the topic says there; empty where it is gone, or waits in the outbox. */
  private Optional<Said> said(Place place) {
    return switch (place) {
      case Place.OnTopic on -> tail.again(subject.name(), on).flatMap(this::read);
      case Place.InOutbox() -> Optional.empty();
    };
  }

  private Optional<Said> read(ConsumerRecord<byte[], byte[]> record) {
    try {
      return Optional.of(reading.read(source(record), record.key(), record.value()));
    } catch (WriterSchemas.Unreadable told) {
      return Optional.empty();
    }
  }

  private void takeWaiting(Snapshot snapshot, Snapshot.Waiting record, boolean first) {
    try {
      Said said = reading.read(snapshot.service().title(), record.key(), record.value());
      if (history.take(said, new Place.InOutbox()) && first) {
        waiting++;
      }
    } catch (WriterSchemas.Unreadable why) {
      findings.add(
          Kind.UNREADABLE,
          snapshot.service().title(),
          "a record in the outbox of %s cannot be read: %s."
              .formatted(snapshot.service().title(), why.getMessage()));
    }
  }

  private static String source(ConsumerRecord<byte[], byte[]> record) {
    Header header = record.headers().lastHeader(SOURCE_HEADER);
    String source =
        header == null ? "somebody" : new String(header.value(), StandardCharsets.UTF_8);
    return source.startsWith(SOURCE_PREFIX) ? source.substring(SOURCE_PREFIX.length()) : source;
  }

  private void judge(Key key, Snapshot.@Nullable Row row) {
    Verdict verdict = row == null ? withoutRow(key) : verdict(key, row);
    if (verdict.isGood()) {
      suspects.remove(key);
    } else {
      suspects.put(key, verdict);
    }
  }

  private Verdict withoutRow(Key key) {
    return history.find(key) == null ? Verdict.GOOD : Verdict.NO_ROW;
  }

  private Verdict verdict(Key key, Snapshot.Row row) {
    History.Seen seen = history.meet(key);
    if (seen == null && subject.outlives(row.at())) {
      outlived++;
      return Verdict.GOOD;
    }
    long missing = history.missing(key, row.version()).count(row.version());
    if (seen == null || seen.version() < row.version()) {
      return new Verdict(missing, false, false);
    }
    boolean behind = seen.version() > row.version();
    boolean differs = !behind && !seen.says(Content.ofJson(row.content()));
    return new Verdict(missing, behind, differs);
  }

  /** Looks a last time at the first of what differs, for the words. */
  private void tellFirst() {
    List<Key> first =
        suspects.keySet().stream()
            .sorted(Comparator.comparing(Key::toString))
            .limit(Findings.MOST_TOLD)
            .toList();
    Map<Key, Snapshot.Row> rows = new HashMap<>();
    lookAgain(
        first,
        (key, row) -> {
          judge(key, row);
          rows.put(key, row);
        });
    findings.leaveUntold(Math.max(0, suspects.size() - Findings.MOST_TOLD));
    for (Key key : first) {
      Verdict verdict = suspects.get(key);
      if (verdict != null) {
        wording.tell(key, verdict, rows.get(key));
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new Unreachable("Stopped before everything was compared.", stopped);
    }
  }
}
