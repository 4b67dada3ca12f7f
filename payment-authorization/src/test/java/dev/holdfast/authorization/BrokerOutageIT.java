package dev.holdfast.authorization;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.holdfast.events.AuthorizationChange;
import dev.holdfast.infrastructure.Infrastructure;
import dev.holdfast.infrastructure.Part;
import dev.holdfast.infrastructure.Provisioning;
import dev.holdfast.simulator.payter.PayterSimulator;
import dev.holdfast.testkit.ServiceProcess;
import dev.holdfast.testkit.Stack;
import dev.holdfast.testkit.TopicProbe;
import io.restassured.RestAssured;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kafka is away for longer than any balancer waits: drivers do not notice. */
class BrokerOutageIT {
  @TempDir private Path folder;

  @Test
  void tapsAreHeldAndTheServiceStaysReady() {
    var work = Path.of("target", "stack", "broker-outage-" + UUID.randomUUID());
    try (var infrastructure = Infrastructure.start(work);
        var simulator = PayterSimulator.start(0, folder.resolve("journal.jsonl"))) {
      Provisioning.createTopics(infrastructure.bootstrapServers());
      Provisioning.registerSchemas(infrastructure.schemaRegistry());
      var settings = new HashMap<>(Stack.settings(infrastructure, "payment-authorization"));
      settings.put("holdfast.payter.test.url", simulator.url() + "/test");
      settings.put("holdfast.payter.test.api-key", PayterSimulator.TEST_API_KEY);
      // What is old is seen at once, so that the test need not be as long as an outage.
      settings.put("holdfast.delivery.outbox-too-old", "1s");
      settings.put("holdfast.delivery.retrying-too-long", "1s");
      try (var service = ServiceProcess.start(Path.of("."), settings);
          var scene = scene(infrastructure, simulator, service)) {
        var serial = scene.terminal();
        infrastructure.kill(Part.BROKER);
        var first = scene.held(serial, "APPROVE_ALL");
        await()
            .atMost(60, SECONDS)
            .until(() -> given().get("/q/health/group/delivery").statusCode() == 503);

        var second = scene.held(serial, "APPROVE_ALL");
        assertThat(service.isReady()).isTrue();
        infrastructure.start(Part.BROKER);
        scene.until(first, AuthorizationChange.HELD);
        scene.until(second, AuthorizationChange.HELD);
      } finally {
        RestAssured.reset();
      }
    }
  }

  private static Scene scene(
      Infrastructure infrastructure, PayterSimulator simulator, ServiceProcess service) {
    RestAssured.baseURI = service.url().toString();
    RestAssured.port = service.url().getPort();
    return new Scene(
        TopicProbe.on(infrastructure.bootstrapServers(), infrastructure.schemaRegistry()),
        simulator.url() + "/test");
  }
}
