package dev.holdfast.authorization;

import dev.holdfast.authorization.core.Tap;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** How much longer a terminal waits for a card. */
@ApplicationScoped
class CardPatience {
  private static final Duration LONG = Duration.ofMinutes(10);
  private static final Duration LEAST = Duration.ofSeconds(1);

  private final Settings settings;
  private final Clock clock;

  CardPatience(Settings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  boolean isOver(Tap tap) {
    return !clock.instant().isBefore(tap.cardDeadline());
  }

  /** So long over that a person must know of it. */
  boolean isLongOver(Tap tap) {
    return clock.instant().isAfter(tap.cardDeadline().plus(LONG));
  }

  /** Whole seconds, as the gateways count them, and not past the deadline by more than one. */
  Duration nextPoll(Tap tap) {
    var left = Duration.between(clock.instant(), tap.cardDeadline());
    var poll = left.compareTo(settings.cardPoll()) < 0 ? left : settings.cardPoll();
    return poll.compareTo(LEAST) < 0 ? LEAST : poll;
  }

  Instant after(Duration pause) {
    return clock.instant().plus(pause);
  }
}
