package dev.holdfast.authorization;

import dev.holdfast.authorization.due.Awaited;
import dev.holdfast.contracts.Topic;
import dev.holdfast.delivery.Inbox;
import dev.holdfast.delivery.LiveTopic;
import dev.holdfast.events.AuthorizationChanged;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** Shows authorizations as they change, fed from the topic, so that every instance shows all. */
@ApplicationScoped
public class WatchHolds {
  private static final Logger LOG = Logger.getLogger(WatchHolds.class);

  private final LiveTopic<AuthorizationChanged> live;

  WatchHolds(Inbox inbox, Awaited awaited) {
    this.live = new LiveTopic<>(inbox, Topic.AUTHORIZATIONS, AuthorizationChanged.class);
    // Whoever waits here for what another instance decides.
    live.changes()
        .filter(WatchHolds::isDecided)
        .map(AuthorizationChanged::getReference)
        .subscribe()
        .with(
            awaited::wake,
            failure -> LOG.error("Who waits here is not told of other instances", failure));
  }

  /** Does its driver know by then whether money is held? */
  public static boolean isDecided(AuthorizationChanged change) {
    return switch (change.getStatus()) {
      case AWAITING_CARD, AUTHORIZING -> false;
      case HELD,
          DECLINED,
          ABANDONED,
          CAPTURING,
          CAPTURED,
          CAPTURE_FAILED,
          RELEASING,
          RELEASED,
          EXPIRED,
          REFUNDING,
          UNRECOGNIZED ->
          true;
    };
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
