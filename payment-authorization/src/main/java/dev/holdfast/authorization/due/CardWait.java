package dev.holdfast.authorization.due;

import dev.holdfast.authorization.core.Tap;
import dev.holdfast.authorization.gateway.CardPoll;
import dev.holdfast.authorization.gateway.GatewaySettings;
import dev.holdfast.delivery.OnContext;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** How much longer a terminal waits for a card here. */
@ApplicationScoped
public class CardWait {
  private static final Duration LEAST = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(8);

  private final DueSettings settings;
  private final GatewaySettings gateways;
  private final Shutdown shutdown;
  private final Clock clock;

  CardWait(DueSettings settings, GatewaySettings gateways, Shutdown shutdown, Clock clock) {
    this.settings = settings;
    this.gateways = gateways;
    this.shutdown = shutdown;
    this.clock = clock;
  }

  /**
   * How long a driver may still take whose tap was only just written: the claim that it was written
   * with lasts for this call's poll. Empty where the claim must be kept first, also where clocks
   * differ.
   */
  public Optional<Duration> leftWithoutRenewal(Tap tap) {
    var age = Duration.between(tap.at(), clock.instant());
    var young = !age.isNegative() && age.compareTo(gateways.timeout()) < 0;
    return young && !isAtAnEnd()
        ? Optional.of(settings.cardTimeout().minus(age)).filter(Duration::isPositive)
        : Optional.empty();
  }

  /**
   * After a call without a certain answer: the longer a driver waits, the more seldom the terminal
   * is armed again, and not at the same moment as all others.
   */
  public Duration pauseAfterTrouble(Tap tap) {
    long waited = Duration.between(tap.at(), clock.instant()).toMillis();
    long pause = Math.clamp(waited / 4, LEAST.toMillis(), LONGEST_PAUSE.toMillis());
    return Duration.ofMillis(pause / 2 + ThreadLocalRandom.current().nextLong(pause));
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

  /**
   * A poll, or none yet as soon as this instance is asked to end. Not as the first of two Unis: the
   * other would be cancelled each time, with exceptions.
   */
  public Uni<CardPoll> untilTheEnd(Uni<CardPoll> poll) {
    return OnContext.back(
        Uni.createFrom()
            .<CardPoll>emitter(emitter -> {
              var polling = poll.subscribe().with(emitter::complete, emitter::fail);
              var ending =
                  shutdown
                      .whenAsked()
                      .subscribe()
                      .with(_ -> emitter.complete(new CardPoll.NotYet()));
              emitter.onTermination(() -> {
                polling.cancel();
                ending.cancel();
              });
            }));
  }
}
