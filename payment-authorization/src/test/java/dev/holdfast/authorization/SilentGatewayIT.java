package dev.holdfast.authorization;

import static dev.holdfast.authorization.Scene.eur;
import static dev.holdfast.authorization.Scene.rung;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.holdfast.events.AttemptOutcome;
import dev.holdfast.events.AuthorizationChange;
import dev.holdfast.events.Method;
import dev.holdfast.infrastructure.Wire;
import dev.holdfast.simulator.payter.PayterSimulator;
import dev.holdfast.testkit.ServiceProcess;
import dev.holdfast.testkit.SharedInfrastructure;
import dev.holdfast.testkit.Stack;
import dev.holdfast.testkit.TopicProbe;
import io.restassured.RestAssured;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The gateway's cloud takes connections and says nothing, or stops in the middle of an answer. One
 * call at a time is made, so that a single one that never ended would stop all captures.
 */
class SilentGatewayIT {
  private static final String DATABASE = "payment-authorization-silent";

  /** More than the head of an answer of the simulator, and less than all of it. */
  private static final int AMID_THE_BODY = 180;

  @TempDir private static Path folder;
  private static PayterSimulator simulator;
  private static Wire wire;
  private static ServiceProcess service;
  private static Scene scene;

  @BeforeAll
  static void start() {
    var infrastructure = SharedInfrastructure.started();
    simulator = PayterSimulator.start(0, folder.resolve("journal.jsonl"));
    wire = Wire.to("127.0.0.1", simulator.url().getPort());
    var settings = new HashMap<>(Stack.settings(infrastructure, DATABASE));
    settings.put("holdfast.payter.test.url", "http://127.0.0.1:" + wire.port() + "/test");
    settings.put("holdfast.payter.test.api-key", PayterSimulator.TEST_API_KEY);
    settings.put("holdfast.gateway.timeout", "2s");
    settings.put("holdfast.gateway.circuit.pause", "1s");
    settings.put("holdfast.authorization.calls", "1");
    settings.put("holdfast.authorization.card-poll", "2s");
    settings.put("holdfast.authorization.card-timeout", "6s");
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
    wire.close();
    simulator.close();
  }

  @AfterEach
  void speakAgain() {
    wire.pass();
  }

  @Test
  void capturesAndTapsGoOnWhenACloudThatWasSilentSpeaksAgain() {
    var held = held();
    wire.silence();
    captureAll(held);
    isUnknownFor(held.getFirst());
    wire.pass();

    eachIsTakenOnce(held);
    assertThat(scene.held(scene.terminal(), "APPROVE_ALL")).isNotEmpty();
  }

  @Test
  void anAnswerThatStopsInTheMiddleIsUnknownAndHoldsUpNoOtherCall() {
    var held = held();
    wire.stallAfter(AMID_THE_BODY);
    captureAll(held);
    held.forEach(SilentGatewayIT::isUnknownFor);
    wire.pass();

    eachIsTakenOnce(held);
    assertThat(scene.held(scene.terminal(), "APPROVE_ALL")).isNotEmpty();
  }

  @Test
  void aDriverWhoseTerminalCannotBeReachedIsToldSo() {
    var serial = scene.terminal();
    wire.stallAfter(AMID_THE_BODY);
    String reference = Scene.ask(serial, 0).then().statusCode(202).extract().path("reference");

    var last = scene.until(reference, AuthorizationChange.ABANDONED).getLast();
    wire.pass();
    assertThat(last.getReason()).isEqualTo("No card was presented in time");
    assertThat(scene.journal(reference)).isEmpty();
  }

  private static List<String> held() {
    return Stream.generate(() -> scene.held(scene.terminal(), "APPROVE_ALL")).limit(3).toList();
  }

  private static void captureAll(List<String> held) {
    held.forEach(reference -> scene.settle(reference, 2, rung(Method.CAPTURE, 2340)));
  }

  private static void isUnknownFor(String reference) {
    assertThat(scene.until(reference, AuthorizationChange.ATTEMPT_ANSWERED).getLast().getAttempts())
        .last()
        .satisfies(attempt -> assertThat(attempt.getOutcome()).isEqualTo(AttemptOutcome.UNKNOWN));
  }

  private static void eachIsTakenOnce(List<String> held) {
    for (String reference : held) {
      // Looked up for the third time a minute after the second.
      await()
          .atMost(180, SECONDS)
          .until(() -> scene.versions(reference).getLast().getCaptured().equals(eur(2340)));
      assertThat(scene.journal(reference))
          .containsExactlyInAnyOrder("RESERVED 5000", "TAKEN 2340", "GIVEN_BACK 2660");
    }
  }
}
