package dev.holdfast.delivery;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.reactive.messaging.ChannelRegistry;
import io.smallrye.reactive.messaging.PausableChannel;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * On shutdown: take no more, finish what is in flight, send the outbox; then the pools may close.
 */
@ApplicationScoped
class Drain {
  private static final Logger LOG = Logger.getLogger(Drain.class);
  private static final Duration PAUSE = Duration.ofMillis(20);

  private final ChannelRegistry channels;
  private final Inbox inbox;
  private final Outbox outbox;
  private final Relay relay;
  private final DeliverySettings settings;

  Drain(
      ChannelRegistry channels,
      Inbox inbox,
      Outbox outbox,
      Relay relay,
      DeliverySettings settings) {
    this.channels = channels;
    this.inbox = inbox;
    this.outbox = outbox;
    this.relay = relay;
    this.settings = settings;
  }

  void atStop(@Observes @Priority(1) ShutdownEvent stop) throws InterruptedException {
    Patience patience = Patience.of(settings.drainPatience());
    for (String channel : channels.getIncomingNames()) {
      PausableChannel pausable = channels.getPausable(channel);
      if (pausable != null) {
        pausable.pause();
      }
    }
    while (inbox.drain() && !patience.isOver()) {
      Thread.sleep(PAUSE);
    }
    relay.wake();
    while (hasOutbox() && !patience.isOver()) {
      Thread.sleep(PAUSE);
    }
    LOG.info("Drained: nothing is in flight, the outbox is sent or waits for the next start");
  }

  private boolean hasOutbox() {
    try {
      return outbox.age().isPresent();
    } catch (SQLException databaseIsAway) {
      return false;
    }
  }
}
