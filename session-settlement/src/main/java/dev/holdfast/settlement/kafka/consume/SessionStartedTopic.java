package dev.holdfast.settlement.kafka.consume;

import dev.holdfast.contracts.Topic;
import dev.holdfast.delivery.Inbox;
import dev.holdfast.delivery.RecordHandler;
import dev.holdfast.delivery.Transaction;
import dev.holdfast.events.SessionStarted;
import dev.holdfast.settlement.SettlePayments;
import dev.holdfast.settlement.SettlePayments.ReceivedFact;
import dev.holdfast.settlement.core.Command;
import dev.holdfast.settlement.core.payment.Reference;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears of sessions that began, on session-started.v1. */
@ApplicationScoped
class SessionStartedTopic implements RecordHandler<SessionStarted, ReceivedFact> {
  private final Inbox inbox;
  private final SettlePayments settlePayments;
  private final SessionTimes times;

  SessionStartedTopic(Inbox inbox, SettlePayments settlePayments, SessionTimes times) {
    this.inbox = inbox;
    this.settlePayments = settlePayments;
    this.times = times;
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
  public ReceivedFact read(String key, SessionStarted started) {
    Checks.text("evseId", started.getEvseId());
    Reference reference = Checks.reference(key, started.getReference());
    String sessionId = Checks.text("sessionId", started.getSessionId());
    Instant startedAt = started.getStartedAt();
    times.started(reference, startedAt);
    return new ReceivedFact(new Command.SessionStarted(reference, sessionId, startedAt), null);
  }

  @Override
  public Uni<Void> apply(Transaction transaction, List<ReceivedFact> received) {
    return settlePayments.settle(transaction, received);
  }
}
