package dev.holdfast.authorization;

import static dev.holdfast.authorization.Scene.rung;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.holdfast.authorization.stripe.StripeCard;
import dev.holdfast.authorization.stripe.StripeDoors;
import dev.holdfast.authorization.stripe.StripeFault;
import dev.holdfast.authorization.stripe.StripeResource;
import dev.holdfast.events.AuthorizationChange;
import dev.holdfast.events.Method;
import dev.holdfast.testkit.ServiceProcess;
import dev.holdfast.testkit.SharedInfrastructure;
import dev.holdfast.testkit.SimulatedStripe;
import dev.holdfast.testkit.Stack;
import dev.holdfast.testkit.TopicProbe;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The service dies (SIGKILL) between what Stripe did and what we wrote of it. */
class StripeCrashIT {
  private static final String DATABASE = "payment-authorization-stripe-crash";

  private static StripeDoors stripe;
  private static ServiceProcess service;
  private static TopicProbe topics;
  private static Scene scene;
  private static StripeScene readers;

  @BeforeAll
  static void start() throws IOException {
    var infrastructure = SharedInfrastructure.started();
    stripe = new StripeDoors();
    var settings = new HashMap<>(Stack.settings(infrastructure, DATABASE));
    settings.putAll(StripeResource.settings(stripe));
    settings.put("holdfast.gateway.timeout", "5s");
    settings.put("holdfast.authorization.card-poll", "2s");
    settings.put("holdfast.authorization.card-timeout", "120s");
    // The application of the other tests may still run in this JVM, with its own database.
    settings.put("mp.messaging.connector.smallrye-kafka.group.id", DATABASE);
    service = ServiceProcess.start(Path.of("."), settings);
    RestAssured.baseURI = service.url().toString();
    RestAssured.port = service.url().getPort();
    topics = TopicProbe.on(infrastructure.bootstrapServers(), infrastructure.schemaRegistry());
    scene = new Scene(topics, "no Payter here");
    readers = new StripeScene(topics, stripe);
  }

  @AfterAll
  static void stop() {
    RestAssured.reset();
    topics.close();
    service.close();
    stripe.close();
  }

  private static String held() {
    var reference = readers.asked(readers.reader(), StripeCard.APPROVED);
    scene.until(reference, AuthorizationChange.HELD);
    return reference;
  }

  private static void crashWhenStripeHas(String reference, String movement) {
    await().atMost(30, SECONDS).until(() -> stripe.journal(reference).contains(movement));
    service.kill();
    service.restart();
  }

  @Test
  void afterStripeHasTakenTheMoneyItIsLookedUpAndTakenOnce() throws IOException {
    var reference = held();
    stripe.fault("CAPTURE", StripeFault.ACT_THEN_ANSWER_LATE);
    scene.settle(reference, 2, rung(Method.CAPTURE, 2340));
    crashWhenStripeHas(reference, "TAKEN 2340");

    var captured = scene.until(reference, AuthorizationChange.CAPTURED).getLast();
    assertThat(captured.getAttempts()).hasSize(2);
    assertThat(stripe.journal(reference))
        .containsExactly("RESERVED 5000", "TAKEN 2340", "GIVEN_BACK 2660");
    assertThat(Files.readString(service.log()))
        .doesNotContain(SimulatedStripe.TEST_KEY, StripeResource.WEBHOOK_SECRET);
  }

  @Test
  void betweenTheIncrementAndTheCaptureNothingIsDoneTwice() {
    var reference = held();
    stripe.fault("INCREMENT", StripeFault.ACT_THEN_ANSWER_LATE);
    scene.settle(reference, 2, rung(Method.OVER_COMMIT, 6000), rung(Method.HOLD, 5000));
    crashWhenStripeHas(reference, "RESERVED 1000");

    var captured = scene.until(reference, AuthorizationChange.CAPTURED).getLast();
    assertThat(captured.getCaptured()).isEqualTo(Scene.eur(6000));
    assertThat(stripe.journal(reference))
        .containsExactly("RESERVED 5000", "RESERVED 1000", "TAKEN 6000");
  }

  @Test
  void whatWasHeldWhileNobodyListenedIsFound() {
    var serial = readers.reader();
    String reference = Scene.ask(serial, 0).then().statusCode(202).extract().path("reference");
    await().atMost(30, SECONDS).until(() -> stripe.reader(serial).path("action").isObject());
    service.kill();
    stripe.present(serial, StripeCard.APPROVED, null);
    assertThat(stripe.journal(reference)).containsExactly("RESERVED 5000");
    service.restart();

    scene.until(reference, AuthorizationChange.HELD);
    assertThat(stripe.intents(reference)).isEqualTo(1);
    assertThat(stripe.journal(reference)).containsExactly("RESERVED 5000");
  }
}
