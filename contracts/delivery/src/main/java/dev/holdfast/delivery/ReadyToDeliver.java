package dev.holdfast.delivery;

import dev.holdfast.contracts.Topic;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Ready: the database answers, the outbox goes out, and no batch is tried in vain for long. */
@Readiness
@ApplicationScoped
class ReadyToDeliver implements HealthCheck {
  private final Outbox outbox;
  private final Inbox inbox;
  private final DeliverySettings settings;

  ReadyToDeliver(Outbox outbox, Inbox inbox, DeliverySettings settings) {
    this.outbox = outbox;
    this.inbox = inbox;
    this.settings = settings;
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
      response.down().withData("database", String.valueOf(away.getMessage()));
    }
  }

  private void checkConsumers(HealthCheckResponseBuilder response) {
    Instant now = Instant.now();
    for (Map.Entry<Topic, Instant> retrying : inbox.retrying().entrySet()) {
      Duration since = Duration.between(retrying.getValue(), now);
      response.withData(retrying.getKey().topicName(), "retrying for " + since.toSeconds() + " s");
      if (since.compareTo(settings.retryingTooLong()) > 0) {
        response.down();
      }
    }
  }
}
