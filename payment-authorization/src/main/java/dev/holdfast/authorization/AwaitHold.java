package dev.holdfast.authorization;

import dev.holdfast.authorization.core.Tap;
import dev.holdfast.authorization.due.Dispatch;
import dev.holdfast.authorization.due.DueSettings;
import dev.holdfast.authorization.due.Shutdown;
import dev.holdfast.delivery.OnContext;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Begins to read the card and waits, for a while, until the hold is there or will not be. The work
 * goes on when the wait is over.
 */
@ApplicationScoped
public class AwaitHold {
  private static final Duration SHORTEST = Duration.ofMillis(1);

  /** For what a callback or another instance has read while our own request for the card hangs. */
  private static final Duration LOOK = Duration.ofSeconds(1);

  private static final Uni<Void> NEVER = Uni.createFrom().nothing();

  private final Dispatch dispatch;
  private final ShowHolds showHolds;
  private final DueSettings settings;
  private final Shutdown shutdown;
  private final Clock clock;

  AwaitHold(
      Dispatch dispatch,
      ShowHolds showHolds,
      DueSettings settings,
      Shutdown shutdown,
      Clock clock) {
    this.dispatch = dispatch;
    this.showHolds = showHolds;
    this.settings = settings;
    this.shutdown = shutdown;
    this.clock = clock;
  }

  /** Never fails: what became of the payment is read from its row. */
  public Uni<Void> begin(Tap tap, Duration wait) {
    return untilDecided(
        tap.reference(), clock.instant().plus(bounded(wait)), dispatch.readCard(tap));
  }

  /** For a payment that somebody else has begun. */
  public Uni<Void> goOn(UUID reference, Duration wait) {
    var now = Uni.createFrom().voidItem();
    return untilDecided(reference, clock.instant().plus(bounded(wait)), now);
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
                    decided || isOver(until)
                        ? Uni.createFrom().voidItem()
                        : untilDecided(reference, until, next)));
  }

  private Uni<Void> pause(Instant until) {
    var left = Duration.between(clock.instant(), until);
    var pause = left.compareTo(LOOK) < 0 ? atLeastShortest(left) : LOOK;
    var over = Uni.createFrom().voidItem().onItem().delayIt().by(pause);
    return OnContext.back(Uni.combine().any().of(over, shutdown.whenAsked()));
  }

  /** Also when this instance ends: whoever asks again asks another one. */
  private boolean isOver(Instant until) {
    return shutdown.isAsked() || !clock.instant().isBefore(until);
  }

  private Duration bounded(Duration wait) {
    var most = settings.longestWait();
    return wait.compareTo(most) > 0 ? most : atLeastShortest(wait);
  }

  private static Duration atLeastShortest(Duration wait) {
    return wait.compareTo(SHORTEST) < 0 ? SHORTEST : wait;
  }
}
