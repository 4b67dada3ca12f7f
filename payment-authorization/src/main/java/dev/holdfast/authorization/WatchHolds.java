package dev.holdfast.authorization;

import dev.holdfast.contracts.Topic;
import dev.holdfast.delivery.Inbox;
import dev.holdfast.delivery.LiveTopic;
import dev.holdfast.events.AuthorizationChanged;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Shows authorizations as they change, fed from the topic, so that every instance shows all. */
@ApplicationScoped
public class WatchHolds {
  private final LiveTopic<AuthorizationChanged> live;

  WatchHolds(Inbox inbox) {
    this.live = new LiveTopic<>(inbox, Topic.AUTHORIZATIONS, AuthorizationChanged.class);
  }

  /** Changes from now on, of one authorization in their order. */
  public Multi<AuthorizationChanged> changes() {
    return live.changes();
  }

  /** What the records of the topic are given to. */
  public LiveTopic<AuthorizationChanged> topic() {
    return live;
  }

  /** Before the service waits for the requests that it still answers: a watcher never ends one. */
  void atStop(@Observes ShutdownDelayInitiatedEvent stop) {
    live.end();
  }
}
