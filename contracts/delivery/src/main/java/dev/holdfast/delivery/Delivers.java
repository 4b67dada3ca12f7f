package dev.holdfast.delivery;

import dev.holdfast.contracts.Topic;
import io.smallrye.health.api.HealthGroup;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.jboss.logging.Logger;

/**
 * Does what is said go out, and come in? A health group of its own, for who watches: a service that
 * cannot say now what it does keeps it in its outbox, and serves.
 */
@HealthGroup("delivery")
@ApplicationScoped
class Delivers implements HealthCheck {
  private static final Logger LOG = Logger.getLogger(Delivers.class);

  private final Outbox outbox;
  private final TryAgain tryAgain;
  private final DeliverySettings settings;
  private final Clock clock;

  Delivers(Outbox outbox, TryAgain tryAgain, DeliverySettings settings, Clock clock) {
    this.outbox = outbox;
    this.tryAgain = tryAgain;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder response = HealthCheckResponse.named("delivery").up();
    checkOutbox(response);
    checkConsumers(response);
    return response.build();
  }

  private void checkOutbox(HealthCheckResponseBuilder response) {
    try {
      Duration age = outbox.age().orElse(Duration.ZERO);
      response.withData("database", "answers").withData("outboxAgeMillis", age.toMillis());
      if (age.compareTo(settings.outboxTooOld()) > 0) {
        response.down();
      }
    } catch (SQLException away) {
      LOG.warnf("The outbox cannot be looked at: %s", away);
      response.down().withData("database", "does not answer; the log says more");
    }
  }

  private void checkConsumers(HealthCheckResponseBuilder response) {
    Instant now = clock.instant();
    for (Map.Entry<Topic, Instant> retrying : tryAgain.inVainSince().entrySet()) {
      Duration since = Duration.between(retrying.getValue(), now);
      response.withData(retrying.getKey().topicName(), "retrying for " + since.toSeconds() + " s");
      if (since.compareTo(settings.retryingTooLong()) > 0) {
        response.down();
      }
    }
  }
}
