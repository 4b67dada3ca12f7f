package dev.holdfast.authorization.due;

import dev.holdfast.authorization.gateway.CardPoll;
import dev.holdfast.delivery.OnContext;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** How much longer a terminal waits for a card here. */
@ApplicationScoped
public class CardWait {
  private static final Duration LEAST = Duration.ofSeconds(1);

  private final DueSettings settings;
  private final Shutdown shutdown;

  CardWait(DueSettings settings, Shutdown shutdown) {
    this.settings = settings;
    this.shutdown = shutdown;
  }

  /** This instance ends: another one goes on. */
  public boolean isAtAnEnd() {
    return shutdown.isAsked();
  }

  /** Whole seconds, as the gateways count them, and not past the deadline by more than one. */
  public Duration nextPoll(Duration left) {
    var poll = left.compareTo(settings.cardPoll()) < 0 ? left : settings.cardPoll();
    return poll.compareTo(LEAST) < 0 ? LEAST : poll;
  }

  /** A poll, or none yet as soon as this instance is asked to end. */
  public Uni<CardPoll> untilTheEnd(Uni<CardPoll> poll) {
    var end = shutdown.whenAsked().<CardPoll>replaceWith(new CardPoll.NotYet());
    return OnContext.back(Uni.combine().any().of(poll, end));
  }
}
