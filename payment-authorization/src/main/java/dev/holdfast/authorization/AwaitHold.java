package dev.holdfast.authorization;

import dev.holdfast.authorization.core.Tap;
import dev.holdfast.delivery.OnContext;
import io.quarkus.vertx.ConsumeEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.mutiny.core.eventbus.EventBus;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
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

  /** Only for what another instance is at, or a callback has begun: whoever reads it says so. */
  private static final Duration LOOK = Duration.ofMillis(500);

  private final EventBus bus;
  private final ReadCard readCard;
  private final ShowHolds showHolds;
  private final Settings settings;
  private final Clock clock;

  AwaitHold(EventBus bus, ReadCard readCard, ShowHolds showHolds, Settings settings, Clock clock) {
    this.bus = bus;
    this.readCard = readCard;
    this.showHolds = showHolds;
    this.settings = settings;
    this.clock = clock;
  }

  /** Never fails: what became of the payment is read from its row. */
  public Uni<Void> begin(Tap tap, Duration wait) {
    var until = clock.instant().plus(bounded(wait));
    return bus.request(
            READ_CARD, tap, new DeliveryOptions().setSendTimeout(bounded(wait).toMillis()))
        .replaceWithVoid()
        .onFailure()
        .recoverWithNull()
        .chain(() -> untilDecided(tap.reference(), until));
  }

  /** For a payment that somebody else has begun. */
  public Uni<Void> goOn(UUID reference, Duration wait) {
    return untilDecided(reference, clock.instant().plus(bounded(wait)));
  }

  @ConsumeEvent(READ_CARD)
  Uni<Void> readCard(Tap tap) {
    return readCard
        .begin(tap)
        .onFailure()
        .invoke(failure -> LOG.warnf("%s is taken up again later: %s", tap.reference(), failure));
  }

  private Uni<Void> untilDecided(UUID reference, Instant until) {
    var left = Duration.between(clock.instant(), until);
    return left.compareTo(SHORTEST) < 0
        ? Uni.createFrom().voidItem()
        : showHolds
            .isDecided(reference)
            .chain(decided ->
                decided
                    ? Uni.createFrom().voidItem()
                    : pause(left).chain(() -> untilDecided(reference, until)));
  }

  private static Uni<Void> pause(Duration most) {
    var pause = most.compareTo(LOOK) < 0 ? most : LOOK;
    return OnContext.back(Uni.createFrom().voidItem().onItem().delayIt().by(pause));
  }

  private Duration bounded(Duration wait) {
    var most = settings.longestWait();
    var bounded = wait.compareTo(most) > 0 ? most : wait;
    return bounded.compareTo(SHORTEST) < 0 ? SHORTEST : bounded;
  }
}
