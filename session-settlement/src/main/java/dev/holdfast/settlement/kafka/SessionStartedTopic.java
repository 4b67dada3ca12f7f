package dev.holdfast.settlement.kafka;

import dev.holdfast.contracts.Topic;
import dev.holdfast.delivery.Inbox;
import dev.holdfast.delivery.RecordHandler;
import dev.holdfast.delivery.Transaction;
import dev.holdfast.events.SessionStarted;
import dev.holdfast.settlement.core.Command;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears of sessions that began, on session-started.v1. */
@ApplicationScoped
class SessionStartedTopic implements RecordHandler<SessionStarted, Command> {
  private final Inbox inbox;
  private final SettleAndSay settleAndSay;

  SessionStartedTopic(Inbox inbox, SettleAndSay settleAndSay) {
    this.inbox = inbox;
    this.settleAndSay = settleAndSay;
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
  public Command read(String key, SessionStarted started) {
    Checks.text("evseId", started.getEvseId());
    return new Command.SessionStarted(
        Checks.reference(key, started.getReference()),
        Checks.text("sessionId", started.getSessionId()),
        started.getStartedAt());
  }

  @Override
  public Uni<Void> apply(Transaction transaction, List<Command> commands) {
    return settleAndSay.apply(transaction, commands);
  }
}
