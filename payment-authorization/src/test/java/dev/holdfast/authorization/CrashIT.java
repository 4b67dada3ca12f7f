package dev.holdfast.authorization;

import static dev.holdfast.authorization.Scene.rung;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.holdfast.events.AuthorizationChange;
import dev.holdfast.events.Method;
import dev.holdfast.simulator.payter.PayterSimulator;
import dev.holdfast.testkit.ServiceProcess;
import dev.holdfast.testkit.SharedInfrastructure;
import dev.holdfast.testkit.Stack;
import dev.holdfast.testkit.TopicProbe;
import io.restassured.RestAssured;
import java.nio.file.Path;
import java.util.HashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service dies (SIGKILL) between what the gateway did and what we wrote of it. */
class CrashIT {
  private static final String DATABASE = "payment-authorization-crash";

  @TempDir private static Path folder;
  private static PayterSimulator simulator;
  private static ServiceProcess service;
  private static Scene scene;

  @BeforeAll
  static void start() {
    var infrastructure = SharedInfrastructure.started();
    simulator = PayterSimulator.start(0, folder.resolve("journal.jsonl"));
    var settings = new HashMap<>(Stack.settings(infrastructure, DATABASE));
    settings.put("holdfast.payter.test.url", simulator.url() + "/test");
    settings.put("holdfast.payter.test.api-key", PayterSimulator.TEST_API_KEY);
    settings.put("holdfast.gateway.timeout", "5s");
    settings.put("holdfast.authorization.card-poll", "2s");
    settings.put("holdfast.authorization.card-timeout", "120s");
    // The application of the other tests may still run in this JVM, with its own database.
    settings.put("mp.messaging.connector.smallrye-kafka.group.id", DATABASE);
    service = ServiceProcess.start(Path.of("."), settings);
    RestAssured.baseURI = service.url().toString();
    RestAssured.port = service.url().getPort();
    scene =
        new Scene(
            TopicProbe.on(infrastructure.bootstrapServers(), infrastructure.schemaRegistry()),
            simulator.url() + "/test");
  }

  @AfterAll
  static void stop() {
    RestAssured.reset();
    scene.close();
    service.close();
    simulator.close();
  }

  @Test
  void afterTheGatewayHasTakenTheMoneyItIsLookedUpAndTakenOnce() {
    var serial = scene.terminal();
    var reference = scene.held(serial, "APPROVE_ALL");
    scene.fault("COMMIT", "ANSWER_LATE", serial);
    scene.settle(reference, 2, rung(Method.CAPTURE, 2340));
    crashWhenTheCloudHas(reference, "TAKEN 2340");

    var captured = scene.until(reference, AuthorizationChange.CAPTURED).getLast();
    assertThat(captured.getAttempts()).hasSize(2);
    assertThat(scene.journal(reference))
        .containsExactlyInAnyOrder("RESERVED 5000", "TAKEN 2340", "GIVEN_BACK 2660");
  }

  @Test
  void afterTheGatewayHasHeldTheMoneyItIsLookedUpAndHeldOnce() {
    var serial = scene.terminal();
    scene.fault("AUTHORIZE", "ANSWER_LATE", serial);
    scene.tap(serial, "APPROVE_ALL", 172_800);
    String reference = Scene.ask(serial, 0).path("reference");
    crashWhenTheCloudHas(reference, "RESERVED 5000");

    assertThat(scene.until(reference, AuthorizationChange.HELD).getLast().getAttempts()).hasSize(1);
    assertThat(scene.journal(reference)).containsExactly("RESERVED 5000");
  }

  @Test
  void whileTheDriverLooksForTheCardTheTerminalIsTakenOverAfterTheRestart() {
    var serial = scene.terminal();
    String reference = Scene.ask(serial, 0).path("reference");
    service.kill();
    scene.tap(serial, "APPROVE_ALL", 172_800);
    service.restart();

    scene.until(reference, AuthorizationChange.HELD);
    assertThat(scene.journal(reference)).containsExactly("RESERVED 5000");
  }

  private static void crashWhenTheCloudHas(String reference, String movement) {
    await().atMost(30, SECONDS).until(() -> scene.journal(reference).contains(movement));
    service.kill();
    service.restart();
  }
}
