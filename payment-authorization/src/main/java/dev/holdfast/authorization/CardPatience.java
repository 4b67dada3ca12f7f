package dev.holdfast.authorization;

import dev.holdfast.authorization.core.Tap;
import dev.holdfast.authorization.gateway.Reading;
import dev.holdfast.delivery.OnContext;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/** How much longer a terminal waits for a card here. */
@ApplicationScoped
class CardPatience {
  private static final Duration LONG = Duration.ofMinutes(10);
  private static final Duration LEAST = Duration.ofSeconds(1);

  private final Settings settings;
  private final Stop stop;
  private final Clock clock;

  CardPatience(Settings settings, Stop stop, Clock clock) {
    this.settings = settings;
    this.stop = stop;
    this.clock = clock;
  }

  /** This instance ends: another one goes on. */
  boolean isAtAnEnd() {
    return stop.isAsked();
  }

  /** So long over that a person must know of it. */
  boolean isLongOver(Tap tap) {
    return clock.instant().isAfter(tap.cardDeadline().plus(LONG));
  }

  /** Whole seconds, as the gateways count them, and not past the deadline by more than one. */
  Duration nextPoll(Duration left) {
    var poll = left.compareTo(settings.cardPoll()) < 0 ? left : settings.cardPoll();
    return poll.compareTo(LEAST) < 0 ? LEAST : poll;
  }

  /** A poll, or none yet as soon as this instance is asked to end. */
  Uni<Reading> untilTheEnd(Uni<Reading> poll) {
    var end = stop.whenAsked().<Reading>replaceWith(new Reading.NotYet());
    return OnContext.back(Uni.combine().any().of(poll, end));
  }
}
