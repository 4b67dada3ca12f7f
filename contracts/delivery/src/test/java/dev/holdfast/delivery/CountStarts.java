package dev.holdfast.delivery;

import dev.holdfast.contracts.Topic;
import dev.holdfast.events.SessionStarted;
import dev.holdfast.events.SettlementChange;
import dev.holdfast.events.SettlementChanged;
import dev.holdfast.events.SettlementStatus;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** The smallest service that does what services do: a row a key, a version, and an event of it. */
@ApplicationScoped
class CountStarts implements RecordHandler<SessionStarted, SessionStarted> {
  private static final String LOCK =
      "select * from started where reference = any(?1) order by reference for update";

  /** A session that a row of a newer version holds: this version cannot read it. */
  static final String OF_A_NEWER_VERSION = "newer:";

  /** A session at which this service has a fault of its own. */
  static final String FAULT_OF_OURS = "fault-of-ours";

  /** Whether this is the newer version now. */
  static final AtomicBoolean IS_NEWER = new AtomicBoolean();

  private final Inbox inbox;

  CountStarts(Inbox inbox) {
    this.inbox = inbox;
  }

  @Incoming("session-started")
  Uni<Void> receive(ConsumerRecords<byte[], byte[]> poll) {
    return inbox.receive(this, poll);
  }

  @Override
  public Topic topic() {
    return Topic.SESSION_STARTED;
  }

  @Override
  public SessionStarted read(String key, SessionStarted value) {
    if (!key.equals(value.getReference())) {
      throw new Unacceptable("The key " + key + " is not the record's reference");
    }
    return value;
  }

  @Override
  public Uni<Void> apply(Transaction transaction, List<SessionStarted> starts) {
    String[] keys =
        starts.stream()
            .map(SessionStarted::getReference)
            .distinct()
            .sorted()
            .toArray(String[]::new);
    return transaction
        .session()
        .createNativeQuery(LOCK, StartedRow.class)
        .setParameter(1, keys)
        .getResultList()
        .chain(rows -> write(transaction, rows, starts));
  }

  private static Uni<Void> write(
      Transaction transaction, List<StartedRow> known, List<SessionStarted> starts) {
    Map<String, StartedRow> rows = new HashMap<>();
    known.forEach(row -> rows.put(row.reference, readable(row)));
    Set<String> old = new HashSet<>(rows.keySet());
    List<Event> events = new ArrayList<>();
    for (SessionStarted start : starts) {
      StartedRow row = rows.computeIfAbsent(start.getReference(), CountStarts::fresh);
      if (start.getSessionId().equals(row.sessionId)) {
        continue; // delivered again, as happens to every service
      }
      if (start.getSessionId().equals(FAULT_OF_OURS)) {
        throw new IllegalStateException("nobody expected this, select * from started");
      }
      row.version++;
      row.sessionId = start.getSessionId();
      events.add(event(row, start.getStartedAt()));
    }
    Object[] inserts = rows.values().stream().filter(r -> !old.contains(r.reference)).toArray();
    Object[] updates = rows.values().stream().filter(r -> old.contains(r.reference)).toArray();
    return transaction
        .session()
        .insertAll(500, inserts)
        .chain(() -> transaction.session().updateAll(500, updates))
        .chain(() -> transaction.publish(events));
  }

  private static StartedRow readable(StartedRow row) {
    if (row.sessionId.startsWith(OF_A_NEWER_VERSION) && !IS_NEWER.get()) {
      throw new WrittenByNewer("session of " + row.reference, "the kind newer", null);
    }
    return row;
  }

  private static StartedRow fresh(String reference) {
    StartedRow row = new StartedRow();
    row.reference = reference;
    return row;
  }

  private static Event event(StartedRow row, Instant at) {
    SettlementChanged changed =
        SettlementChanged.newBuilder()
            .setReference(row.reference)
            .setVersion(row.version)
            .setOccurredAt(at)
            .setChange(SettlementChange.SESSION_STARTED)
            .setStatus(SettlementStatus.AWAITING_HOLD)
            .setSessionId(row.sessionId)
            .build();
    return Event.ofVersion(Topic.SETTLEMENTS, row.reference, row.version, at, changed);
  }
}
