package dev.holdfast.authorization;

import static dev.holdfast.authorization.Scene.rung;
import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.holdfast.events.Method;
import dev.holdfast.simulator.payter.PayterSimulator;
import dev.holdfast.testkit.ServiceProcess;
import dev.holdfast.testkit.SharedInfrastructure;
import dev.holdfast.testkit.Stack;
import dev.holdfast.testkit.TopicProbe;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two instances under taps and captures, restarted one after the other, as a deployment does. Polls
 * and leases are as long as in production: whoever had to wait for one would be seen.
 */
class RollingRestartIT {
  private static final String DATABASE = "payment-authorization-restart";
  private static final int TERMINALS = 8;

  @TempDir private static Path folder;
  private static PayterSimulator simulator;
  private static ServiceProcess one;
  private static ServiceProcess other;
  private static Scene scene;

  @BeforeAll
  static void start() {
    var infrastructure = SharedInfrastructure.started();
    simulator = PayterSimulator.start(0, folder.resolve("journal.jsonl"));
    var settings = new HashMap<>(Stack.settings(infrastructure, DATABASE));
    settings.put("holdfast.payter.test.url", simulator.url() + "/test");
    settings.put("holdfast.payter.test.api-key", PayterSimulator.TEST_API_KEY);
    settings.put("holdfast.gateway.timeout", "10s");
    settings.put("holdfast.authorization.card-poll", "20s");
    settings.put("holdfast.authorization.card-timeout", "120s");
    // The application of the other tests may still run in this JVM, with its own database.
    settings.put("mp.messaging.connector.smallrye-kafka.group.id", DATABASE);
    one = ServiceProcess.start(Path.of("."), settings);
    other = ServiceProcess.start(Path.of("."), settings);
    RestAssured.baseURI = one.url().toString();
    RestAssured.port = one.url().getPort();
    scene =
        new Scene(
            TopicProbe.on(infrastructure.bootstrapServers(), infrastructure.schemaRegistry()),
            simulator.url() + "/test");
  }

  @AfterAll
  static void stop() {
    RestAssured.reset();
    scene.close();
    other.close();
    one.close();
    simulator.close();
  }

  @Test
  void noTapFailsOrIsMadeTwiceAndNoneWaitsForALeaseToRunOut() {
    var serials = IntStream.range(0, TERMINALS).mapToObj(i -> scene.terminal()).toList();
    var drivers = new Drivers(scene, List.of(one.url(), other.url()));
    drivers.comeTo(serials);
    for (var instance : List.of(one, other)) {
      drivers.awaitMore(TERMINALS);
      instance.terminate();
      drivers.awaitMore(TERMINALS);
      instance.restart();
    }
    drivers.awaitMore(TERMINALS);
    var taps = drivers.goHome();

    System.out.printf(
        "%d taps, the longest wait after the card was presented: %d ms%n",
        taps.size(), drivers.longestWaitMillis());
    taps.forEach(RollingRestartIT::isHeldOnce);
    taps.forEach(reference -> scene.settle(reference, 2, rung(Method.CAPTURE, 2340)));
    taps.forEach(RollingRestartIT::isTakenOnce);
    assertThat(claimsThatRanOut()).isEmpty();
  }

  private static void isHeldOnce(String reference) {
    var held = given().get("/authorizations/" + reference).jsonPath();
    assertThat(held.getString("status")).isEqualTo("HELD");
    assertThat(held.getList("attempts")).hasSize(1);
    assertThat(scene.journal(reference)).containsExactly("RESERVED 5000");
  }

  private static void isTakenOnce(String reference) {
    await()
        .atMost(120, SECONDS)
        .until(() ->
            "CAPTURED".equals(given().get("/authorizations/" + reference).<String>path("status")));
    assertThat(scene.journal(reference))
        .containsExactlyInAnyOrder("RESERVED 5000", "TAKEN 2340", "GIVEN_BACK 2660");
  }

  private static List<String> claimsThatRanOut() {
    return List.of(one, other).stream()
        .flatMap(instance -> lines(instance).stream())
        .filter(line -> line.contains("ran out"))
        .toList();
  }

  private static List<String> lines(ServiceProcess instance) {
    try {
      return Files.readAllLines(instance.log());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
