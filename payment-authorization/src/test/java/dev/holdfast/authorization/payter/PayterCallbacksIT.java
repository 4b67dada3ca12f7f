package dev.holdfast.authorization.payter;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.holdfast.authorization.Scene;
import dev.holdfast.events.AuthorizationChange;
import dev.holdfast.testkit.Stack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Payter's callbacks: who may send them, and what they do. */
@QuarkusTest
@WithTestResource(
    value = Stack.class,
    scope = TestResourceScope.GLOBAL,
    initArgs = @ResourceArg(name = "simulator", value = "true"))
class PayterCallbacksIT {
  private static final String CARD_READ =
      "{\"event\": \"CARD_READ\", \"maskedCardNumber\": \"************1234\"}";

  @Inject CallbackAddresses addresses;

  /** The long poll hangs for longer than the driver may take: only the callback can tell. */
  @Test
  void aCardIsReadByTheCallbackHoweverOftenItComes() {
    try (var scene = new Scene()) {
      var serial = scene.terminal();
      scene.fault("CARD", "ANSWER_LATE", serial, 300_000);
      String reference = Scene.ask(serial, 0).path("reference");
      await().atMost(20, SECONDS).until(scene::areFaultsUsed);
      scene.tap(serial, "APPROVE_ALL", 172_800);

      assertThat(callback(path(reference), CARD_READ).statusCode()).isEqualTo(200);
      assertThat(callback(path(reference), CARD_READ).statusCode()).isEqualTo(200);

      var held = scene.until(reference, AuthorizationChange.HELD).getLast();
      assertThat(held.getVersion()).isEqualTo(3);
      assertThat(callback(path(reference), CARD_READ).statusCode()).isEqualTo(200);
      assertThat(scene.journal(reference)).containsExactly("RESERVED 5000");
    }
  }

  @Test
  void whoWaitsForTheHoldIsToldAlthoughTheLongPollStillHangs() {
    try (var scene = new Scene()) {
      var serial = scene.terminal();
      scene.fault("CARD", "ANSWER_LATE", serial, 300_000);
      var answer = CompletableFuture.supplyAsync(() -> Scene.ask(serial, 60));
      await().atMost(20, SECONDS).until(scene::areFaultsUsed);
      scene.tap(serial, "APPROVE_ALL", 172_800);
      String reference =
          given().get("/authorizations?terminal=" + serial).path("items[0].reference");
      callback(path(reference), CARD_READ);
      var _ = scene.until(reference, AuthorizationChange.HELD);

      // The long poll is given up after twenty seconds.
      assertThat(answer).succeedsWithin(10, SECONDS);
      assertThat(answer.join().statusCode()).isEqualTo(201);
    }
  }

  @Test
  void whoHasNotTheTokenOfAPaymentIsRefused() {
    var reference = UUID.randomUUID().toString();
    var other = path(UUID.randomUUID().toString()).replaceFirst(".*/", "");

    assertRefused(callback("/callbacks/payter/%s/%s".formatted(reference, other), CARD_READ), 403);
    assertRefused(callback("/callbacks/payter/%s/x".formatted(reference), CARD_READ), 403);
    assertRefused(callback("/callbacks/payter/nonsense/" + other, CARD_READ), 403);
  }

  @Test
  void aPaymentThatIsNotHereIsNotTakenForOne() {
    assertRefused(callback(path(UUID.randomUUID().toString()), CARD_READ), 404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"4111 1111 1111 1111", "4111111111111111 12/28", "PAN4111111111111111"})
  void aBodyWithACardNumberIsRefused(String number) {
    var body = CARD_READ.replace("************1234", number);
    var refused = callback(path(UUID.randomUUID().toString()), body);

    assertRefused(refused, 400);
    assertThat(refused.asString()).doesNotContain("1111");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"4111111111111111\"", "4111111111111111"})
  void aCardThatTheCloudKnowsByDigitsIsTaken(String digits) {
    try (var scene = new Scene()) {
      var serial = scene.terminal();
      String reference = Scene.ask(serial, 0).path("reference");
      var body =
          "{\"serialNumber\": \"%s\", \"ifd\": \"CONTACTLESS\", \"cardId\": %s}"
              .formatted(serial, digits);

      assertThat(callback(path(reference), body).statusCode()).isEqualTo(200);
    }
  }

  private String path(String reference) {
    return URI.create(addresses.addressFor(UUID.fromString(reference)).orElseThrow()).getPath();
  }

  private static Response callback(String path, String body) {
    return given().contentType("application/json").body(body).post(path);
  }

  private static void assertRefused(Response answer, int status) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.contentType()).startsWith("application/problem+json");
    assertThat(answer.jsonPath().getString("remedy")).isNotBlank();
  }
}
