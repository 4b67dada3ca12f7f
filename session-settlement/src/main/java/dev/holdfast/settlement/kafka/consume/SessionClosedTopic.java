package dev.holdfast.settlement.kafka.consume;

import dev.holdfast.contracts.Topic;
import dev.holdfast.delivery.Inbox;
import dev.holdfast.delivery.RecordHandler;
import dev.holdfast.delivery.Transaction;
import dev.holdfast.delivery.Unacceptable;
import dev.holdfast.events.SessionClosed;
import dev.holdfast.settlement.SettlePayments;
import dev.holdfast.settlement.SettlePayments.ReceivedFact;
import dev.holdfast.settlement.core.Command;
import dev.holdfast.settlement.core.payment.Close;
import dev.holdfast.settlement.core.payment.Reference;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears of sessions that ended, and of corrections, on session-closed.v1. */
@ApplicationScoped
class SessionClosedTopic implements RecordHandler<SessionClosed, ReceivedFact> {
  private final Inbox inbox;
  private final SettlePayments settlePayments;
  private final SessionTimes times;

  SessionClosedTopic(Inbox inbox, SettlePayments settlePayments, SessionTimes times) {
    this.inbox = inbox;
    this.settlePayments = settlePayments;
    this.times = times;
  }

  @Incoming("session-closed")
  Uni<Void> receive(ConsumerRecords<byte[], byte[]> poll) {
    return inbox.receive(this, poll);
  }

  @Override
  public Topic topic() {
    return Topic.SESSION_CLOSED;
  }

  @Override
  public ReceivedFact read(String key, SessionClosed closed) {
    Checks.atLeast("revision", closed.getRevision(), 1);
    var close =
        new Close(
            Checks.text("sessionId", closed.getSessionId()),
            closed.getRevision(),
            charging(closed),
            ClosePrice.of(closed),
            closed.getClosedAt());
    Reference reference = Checks.reference(key, closed.getReference());
    times.closed(reference, close);
    return new ReceivedFact(new Command.SessionClosed(reference, close), null);
  }

  @Override
  public Uni<Void> apply(Transaction transaction, List<ReceivedFact> received) {
    return settlePayments.settle(transaction, received);
  }

  private static Close.Charging charging(SessionClosed closed) {
    Checks.atLeast("energyWh", closed.getEnergyWh(), 0);
    notBeforeItsStart(closed);
    return new Close.Charging(
        Checks.text("evseId", closed.getEvseId()),
        closed.getStartedAt(),
        closed.getStoppedAt(),
        closed.getEnergyWh());
  }

  private static void notBeforeItsStart(SessionClosed closed) {
    if (closed.getStoppedAt().isBefore(closed.getStartedAt())) {
      throw new Unacceptable(
          "stoppedAt: %s is before startedAt %s; send a stop that is not before the start"
              .formatted(closed.getStoppedAt(), closed.getStartedAt()));
    }
  }
}
