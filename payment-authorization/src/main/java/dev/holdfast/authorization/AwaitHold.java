package dev.holdfast.authorization;

import dev.holdfast.authorization.core.Tap;
import dev.holdfast.authorization.due.Awaited;
import dev.holdfast.authorization.due.Awaited.News;
import dev.holdfast.authorization.due.Awaited.Wait;
import dev.holdfast.authorization.due.Dispatch;
import dev.holdfast.authorization.due.DueSettings;
import dev.holdfast.delivery.OnContext;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Begins to read the card and waits, for a while, until the hold is there or will not be. Who waits
 * is told: by this instance when it decides, and by the topic where another one did. The work goes
 * on when the wait is over.
 */
@ApplicationScoped
public class AwaitHold {
  /** For what another instance decided while the topic cannot be read. */
  private static final Duration LOOK = Duration.ofSeconds(10);

  private final Awaited awaited;
  private final Dispatch dispatch;
  private final ShowHolds showHolds;
  private final DueSettings settings;
  private final Clock clock;

  AwaitHold(
      Awaited awaited, Dispatch dispatch, ShowHolds showHolds, DueSettings settings, Clock clock) {
    this.awaited = awaited;
    this.dispatch = dispatch;
    this.showHolds = showHolds;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Never fails.
   *
   * @return what this instance decided; empty where what became of the payment is in its row
   */
  public Uni<Optional<News>> begin(Tap tap, Duration patience) {
    return listening(
        tap.reference(),
        wait -> {
          dispatch.readCard(tap).subscribe().with(_ -> wait.wake());
          // Its card is read here: nothing is missed until that has ended.
          return sleep(wait, end(patience), settings.longestWait());
        });
  }

  /** As {@link #begin}, for a payment that somebody else has begun. */
  public Uni<Optional<News>> goOn(UUID reference, Duration patience) {
    return listening(reference, wait -> look(wait, end(patience)));
  }

  private Uni<Optional<News>> listening(
      UUID reference, Function<Wait, Uni<Optional<News>>> waiting) {
    var wait = awaited.listen(reference);
    return waiting.apply(wait).onTermination().invoke(wait::close);
  }

  private Uni<Optional<News>> sleep(Wait wait, Instant until, Duration most) {
    var left = Duration.between(clock.instant(), until);
    return OnContext.back(wait.sleep(left.compareTo(most) < 0 ? left : most))
        .chain(() ->
            wait.news().isPresent() || isOver(until)
                ? Uni.createFrom().item(wait.news())
                : look(wait, until));
  }

  /** Also for what was decided before anybody listened. */
  private Uni<Optional<News>> look(Wait wait, Instant until) {
    return showHolds
        .isDecided(wait.reference())
        .chain(decided -> decided ? Uni.createFrom().item(wait.news()) : sleep(wait, until, LOOK));
  }

  private Instant end(Duration patience) {
    var most = settings.longestWait();
    return clock.instant().plus(patience.compareTo(most) > 0 ? most : patience);
  }

  private boolean isOver(Instant until) {
    return awaited.isEnding() || !clock.instant().isBefore(until);
  }
}
