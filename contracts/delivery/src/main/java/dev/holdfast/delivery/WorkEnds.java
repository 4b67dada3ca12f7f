package dev.holdfast.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;

/**
 * Does what was begun end? A poll, a batch of decisions, a sweep or a round of the relay that does
 * not end is named with its age: not ready after a minute, as others may do better; not live when
 * every bound that should have ended it has passed, as only a restart helps then.
 */
@ApplicationScoped
class WorkEnds {
  private final UnderWay underWay;
  private final DeliverySettings settings;
  private final Clock clock;

  WorkEnds(UnderWay underWay, DeliverySettings settings, Clock clock) {
    this.underWay = underWay;
    this.settings = settings;
    this.clock = clock;
  }

  @Produces
  @Readiness
  HealthCheck inTime() {
    return () -> nothingLongerThan(settings.underWayTooLong());
  }

  @Produces
  @Liveness
  HealthCheck atAll() {
    return () -> nothingLongerThan(settings.underWayForEver());
  }

  private HealthCheckResponse nothingLongerThan(Duration longest) {
    HealthCheckResponseBuilder response = HealthCheckResponse.named("work ends").up();
    Instant now = clock.instant();
    underWay
        .since()
        .forEach((name, begin) -> {
          Duration age = Duration.between(begin, now);
          if (age.compareTo(longest) > 0) {
            response.down().withData(name, "under way for " + age.toSeconds() + " s");
          }
        });
    return response.build();
  }
}
