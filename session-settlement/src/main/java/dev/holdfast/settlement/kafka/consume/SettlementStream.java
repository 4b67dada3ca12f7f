package dev.holdfast.settlement.kafka.consume;

import dev.holdfast.contracts.Topic;
import dev.holdfast.delivery.Inbox;
import dev.holdfast.delivery.LiveTopic;
import dev.holdfast.events.SettlementChanged;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** What is said on settlements.v1 from now on, for those who watch. */
@ApplicationScoped
public class SettlementStream {
  private final LiveTopic<SettlementChanged> said;

  SettlementStream(Inbox inbox) {
    this.said = new LiveTopic<>(inbox, Topic.SETTLEMENTS, SettlementChanged.class);
  }

  @Incoming("stream")
  Uni<Void> receive(ConsumerRecords<byte[], byte[]> poll) {
    return said.receive(poll);
  }

  /** Changes from now on, of one settlement in their order. */
  public Multi<SettlementChanged> changes() {
    return said.changes();
  }

  /** Before the service waits for the requests that it still answers: a watcher never ends one. */
  void atStop(@Observes ShutdownDelayInitiatedEvent stop) {
    said.end();
  }
}
