package dev.holdfast.settlement;

import dev.holdfast.contracts.Topic;
import dev.holdfast.delivery.Inbox;
import dev.holdfast.delivery.LiveTopic;
import dev.holdfast.events.SettlementChanged;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Shows settlements as they change, fed from the topic, so that every instance shows all. */
@ApplicationScoped
public class WatchSettlements {
  private final LiveTopic<SettlementChanged> live;

  WatchSettlements(Inbox inbox) {
    this.live = new LiveTopic<>(inbox, Topic.SETTLEMENTS, SettlementChanged.class);
  }

  /** Changes from now on, of one settlement in their order. */
  public Multi<SettlementChanged> changes() {
    return live.changes();
  }

  /** What the records of the topic are given to. */
  public LiveTopic<SettlementChanged> topic() {
    return live;
  }

  /** Before the service waits for the requests that it still answers: a watcher never ends one. */
  void atStop(@Observes ShutdownDelayInitiatedEvent stop) {
    live.end();
  }
}
