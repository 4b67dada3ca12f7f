package dev.holdfast.authorization;

import dev.holdfast.authorization.core.Work;
import dev.holdfast.authorization.gateway.GatewaySettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * How long claimed work is left alone: longer than it can take, so that a second instance takes it
 * only when the first has died, and no look-up is made while the call may still be under way.
 */
@ApplicationScoped
class Leases {
  private final Settings settings;
  private final GatewaySettings gateways;
  private final Clock clock;

  Leases(Settings settings, GatewaySettings gateways, Clock clock) {
    this.settings = settings;
    this.gateways = gateways;
    this.clock = clock;
  }

  Instant until(Work work) {
    return clock.instant().plus(length(work));
  }

  private Duration length(Work work) {
    return switch (work) {
      // Arming is up to three calls before the poll.
      case READ_CARD -> settings.cardPoll().plus(gateways.timeout().multipliedBy(3));
      // A call that is answered 409 is looked up at once: two calls.
      case SEND, LOOK_UP -> gateways.timeout().multipliedBy(2).plus(settings.firstLookUp());
      case LAPSE -> settings.sweep();
    };
  }
}
