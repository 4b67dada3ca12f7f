package dev.holdfast.authorization;

import dev.holdfast.authorization.core.Tap;
import io.quarkus.vertx.ConsumeEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.mutiny.core.eventbus.EventBus;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Begins to read the card and waits, for a while, until the hold is there or will not be. The work
 * goes on when the wait is over: it runs on a context of its own, which the event bus gives it.
 */
@ApplicationScoped
public class AwaitHold {
  private static final Logger LOG = Logger.getLogger(AwaitHold.class);
  private static final String READ_CARD = "read-card";
  private static final Duration SHORTEST = Duration.ofMillis(1);

  private final EventBus bus;
  private final ReadCard readCard;
  private final Settings settings;

  AwaitHold(EventBus bus, ReadCard readCard, Settings settings) {
    this.bus = bus;
    this.readCard = readCard;
    this.settings = settings;
  }

  /** Never fails: what became of the payment is read from its row. */
  public Uni<Void> begin(Tap tap, Duration wait) {
    return bus.request(READ_CARD, tap, new DeliveryOptions().setSendTimeout(bounded(wait)))
        .replaceWithVoid()
        .onFailure()
        .recoverWithNull();
  }

  @ConsumeEvent(READ_CARD)
  Uni<Void> readCard(Tap tap) {
    return readCard
        .begin(tap)
        .onFailure()
        .invoke(failure -> LOG.warnf("%s is taken up again later: %s", tap.reference(), failure));
  }

  private long bounded(Duration wait) {
    var most = settings.longestWait();
    var bounded = wait.compareTo(most) > 0 ? most : wait;
    return (bounded.compareTo(SHORTEST) < 0 ? SHORTEST : bounded).toMillis();
  }
}
