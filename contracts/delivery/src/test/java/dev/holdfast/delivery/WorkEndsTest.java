package dev.holdfast.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Clock;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;

class WorkEndsTest {
  private final UnderWay underWay = new UnderWay(Clock.systemUTC());
  private final WorkEnds health = new WorkEnds(underWay, settings(), Clock.systemUTC());

  @Test
  void isNotReadyWhileAPieceOfWorkDoesNotEndButLives() {
    var piece = underWay.begin("sweep");
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> status(health.inTime()) == Status.DOWN);
    assertThat(health.inTime().call().getData())
        .hasValueSatisfying(data -> assertThat(data).containsOnlyKeys("sweep"));
    assertThat(status(health.atAll())).isEqualTo(Status.UP);
    piece.close();
    assertThat(status(health.inTime())).isEqualTo(Status.UP);
  }

  private static Status status(HealthCheck check) {
    return check.call().getStatus();
  }

  private static DeliverySettings settings() {
    return new SmallRyeConfigBuilder()
        .addDiscoveredConverters()
        .withMapping(DeliverySettings.class)
        .withDefaultValue("holdfast.delivery.under-way-too-long", "PT0.01S")
        .withDefaultValue("holdfast.delivery.under-way-for-ever", "PT1H")
        .build()
        .getConfigMapping(DeliverySettings.class);
  }
}
