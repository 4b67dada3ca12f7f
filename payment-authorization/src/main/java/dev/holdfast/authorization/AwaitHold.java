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

  /** For what a callback or another instance has read while our own request for the card hangs. */
  private static final Duration LOOK = Duration.ofSeconds(1);

  private static final Uni<Void> NEVER = Uni.createFrom().nothing();

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
    var reading =
        bus.request(READ_CARD, tap, new DeliveryOptions().setSendTimeout(bounded(wait).toMillis()))
            .replaceWithVoid()
            .onFailure()
            .recoverWithNull()
            .memoize()
            .indefinitely();
    return untilDecided(tap.reference(), clock.instant().plus(bounded(wait)), reading);
  }

  /** For a payment that somebody else has begun. */
  public Uni<Void> goOn(UUID reference, Duration wait) {
    var now = Uni.createFrom().voidItem();
    return untilDecided(reference, clock.instant().plus(bounded(wait)), now);
  }

  @ConsumeEvent(READ_CARD)
  Uni<Void> readCard(Tap tap) {
    return readCard
        .begin(tap)
        .onFailure()
        .invoke(failure -> LOG.warnf("%s is taken up again later: %s", tap.reference(), failure));
  }

  /** Looks when that has ended, and now and then before and after; at least once. */
  private Uni<Void> untilDecided(UUID reference, Instant until, Uni<Void> sooner) {
    return Uni.combine()
        .any()
        .of(sooner.map(ended -> NEVER), pause(until).map(paused -> sooner))
        .chain(next ->
            showHolds
                .isDecided(reference)
                .chain(decided ->
                    decided || !clock.instant().isBefore(until)
                        ? Uni.createFrom().voidItem()
                        : untilDecided(reference, until, next)));
  }

  private Uni<Void> pause(Instant until) {
    var left = Duration.between(clock.instant(), until);
    var pause = left.compareTo(LOOK) < 0 ? atLeastShortest(left) : LOOK;
    return OnContext.back(Uni.createFrom().voidItem().onItem().delayIt().by(pause));
  }

  private Duration bounded(Duration wait) {
    var most = settings.longestWait();
    return wait.compareTo(most) > 0 ? most : atLeastShortest(wait);
  }

  private static Duration atLeastShortest(Duration wait) {
    return wait.compareTo(SHORTEST) < 0 ? SHORTEST : wait;
  }
}
