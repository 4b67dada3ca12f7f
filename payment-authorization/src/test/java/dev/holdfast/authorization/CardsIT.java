package dev.holdfast.authorization;

import static dev.holdfast.authorization.Scene.rung;
import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.holdfast.events.AuthorizationChange;
import dev.holdfast.events.Method;
import dev.holdfast.testkit.Stack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What drivers, terminals and platforms do besides paying. */
@QuarkusTest
@WithTestResource(
    value = Stack.class,
    scope = TestResourceScope.GLOBAL,
    initArgs = @ResourceArg(name = "simulator", value = "true"))
class CardsIT {
  private Scene scene;

  @BeforeEach
  void open() {
    scene = new Scene();
  }

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  void aDriverWhoDoesNotComeIsAbandonedAndTheTerminalIsFreeAgain() {
    var serial = scene.terminal();
    String reference = Scene.ask(serial, 0).then().statusCode(202).extract().path("reference");
    Scene.ask(serial, 0).then().statusCode(409);

    scene.until(reference, AuthorizationChange.ABANDONED);
    assertThat(scene.held(serial, "APPROVE_ALL")).isNotEqualTo(reference);
  }

  @ParameterizedTest
  @ValueSource(strings = {"START", "CARD"})
  void aDisturbanceWhileTheCardIsReadIsSurvived(String operation) {
    var serial = scene.terminal();
    scene.fault(operation, "ACT_THEN_DROP", serial);
    scene.tap(serial, "APPROVE_ALL", 172_800);
    String reference = Scene.ask(serial, 0).path("reference");

    scene.until(reference, AuthorizationChange.HELD);
    assertThat(scene.journal(reference)).containsExactly("RESERVED 5000");
  }

  @Test
  void aCancelledHoldIsGivenBack() {
    var reference = scene.held(scene.terminal(), "APPROVE_ALL");
    Scene.cancel(reference).then().statusCode(200);

    var released = scene.until(reference, AuthorizationChange.RELEASED).getLast();
    assertThat(released.getReason()).isEqualTo("Cancelled by ops: wrong bay");
    assertThat(scene.journal(reference)).contains("GIVEN_BACK 5000");
    Scene.cancel(reference).then().statusCode(200);
  }

  @Test
  void aDriverWhoIsCancelledFreesTheTerminal() {
    var serial = scene.terminal();
    String reference = Scene.ask(serial, 0).path("reference");
    Scene.cancel(reference).then().statusCode(200);

    scene.until(reference, AuthorizationChange.ABANDONED);
    var next = scene.held(serial, "APPROVE_ALL");
    Scene.cancel(next).then().statusCode(200);
  }

  @Test
  void whatWasCapturedCannotBeCancelled() {
    var reference = scene.held(scene.terminal(), "APPROVE_ALL");
    scene.settle(reference, 2, rung(Method.CAPTURE, 100));
    scene.until(reference, AuthorizationChange.CAPTURED);

    Scene.cancel(reference).then().statusCode(409);
  }

  @Test
  void aHoldIsSaidToNearItsEndThenLapsesAndIsGivenBackAtTheGateway() {
    var serial = scene.terminal();
    scene.tap(serial, "APPROVE_ALL", 4);
    String reference = Scene.ask(serial, 20).path("reference");
    scene.until(reference, AuthorizationChange.EXPIRING);
    var near = given().get("/authorizations?expiring=true&terminal=" + serial);
    assertThat(near.<Boolean>path("items[0].expiring")).isTrue();

    scene.until(reference, AuthorizationChange.EXPIRED);
    await().atMost(20, SECONDS).until(() -> scene.journal(reference).contains("GIVEN_BACK 5000"));
  }

  @Test
  void whatAnOfflineTerminalHasAcceptedIsCapturedOnceItIsConfirmed() {
    scene.speak(Map.of("showsConfirmed", true));
    var serial = scene.terminal();
    var reference = scene.held(serial, "APPROVE_ALL");
    scene.setUp(serial, false);
    scene.settle(reference, 2, rung(Method.CAPTURE, 2340));

    await()
        .atMost(20, SECONDS)
        .untilAsserted(
            () -> assertThat(body(reference)).contains("accepted, not confirmed", "CAPTURING"));
    assertThat(scene.journal(reference)).containsExactly("RESERVED 5000");

    scene.setUp(serial, true);
    given().post("/authorizations/" + reference + "/look-up").then().statusCode(200);
    scene.until(reference, AuthorizationChange.CAPTURED);
    assertThat(scene.journal(reference)).contains("TAKEN 2340");
  }

  private static String body(String reference) {
    return given().get("/authorizations/" + reference).asString();
  }

  @Test
  void theSameKeyGivesTheSameAuthorizationAndNoOther() {
    var serial = scene.terminal();
    scene.tap(serial, "APPROVE_ALL", 172_800);
    var key = UUID.randomUUID().toString();
    var body = "{\"terminalSerial\": \"%s\", \"evseId\": \"E1\"}".formatted(serial);

    String first = keyed(key, body).then().statusCode(201).extract().path("reference");
    String second = keyed(key, body).then().statusCode(201).extract().path("reference");
    var other = body.replace("}", ", \"amount\": {\"minorUnits\": 100, \"currency\": \"EUR\"}}");

    assertThat(second).isEqualTo(first);
    assertThat(keyed(key, other).then().statusCode(409).extract().<String>path("field"))
        .isEqualTo("Idempotency-Key");
  }

  private static io.restassured.response.Response keyed(String key, String body) {
    return given()
        .contentType("application/json")
        .header("Idempotency-Key", key)
        .body(body)
        .post("/authorizations");
  }

  @Test
  void anOrderForAPaymentThatIsNotHereIsParked() {
    var stranger = UUID.randomUUID().toString();
    scene.settle(stranger, 1, rung(Method.CAPTURE, 100));

    await()
        .atMost(30, SECONDS)
        .untilAsserted(() -> assertThat(given().get("/parked").asString()).contains(stranger));
  }

  @Test
  void aListIsFiltered() {
    var serial = scene.terminal();
    var reference = scene.held(serial, "APPROVE_ALL");

    var held =
        given()
            .get("/authorizations?status=HELD&count=true&terminal=" + serial)
            .then()
            .statusCode(200);
    assertThat(held.extract().<String>path("items[0].reference")).isEqualTo(reference);
    assertThat(held.extract().<Integer>path("total")).isEqualTo(1);
    var by = "/authorizations?count=true&terminal=" + serial;
    for (var all :
        List.of(
            "&status=HELD&status=CAPTURED",
            "&cpo=CPO-1",
            "&from=2026-01-01T00:00:00Z",
            "&lastFour=1234",
            "&amount=5000&currency=EUR")) {
      assertThat(given().get(by + all).<Integer>path("total")).as(all).isEqualTo(1);
    }
    for (var none :
        List.of(
            "&status=DECLINED",
            "&cpo=CPO-2",
            "&to=2026-01-01T00:00:00Z",
            "&lastFour=4321",
            "&amount=5001",
            "&amount=5000&currency=SEK",
            "&unknown=true",
            "&attention=true",
            "&expiring=true")) {
      assertThat(given().get(by + none).<Integer>path("total")).as(none).isZero();
    }
  }

  @Test
  void aListGoesOnWhereThePageBeforeEnded() {
    var serial = scene.terminal();
    var oldest = scene.held(serial, "APPROVE_ALL");
    var middle = scene.held(serial, "APPROVE_ALL");
    var newest = scene.held(serial, "APPROVE_ALL");
    var list = "/authorizations?size=2&terminal=" + serial;

    var first = given().get(list).jsonPath();
    assertThat(first.getList("items.reference")).containsExactly(newest, middle);
    var second = given().queryParam("after", first.getString("next")).get(list).jsonPath();
    assertThat(second.getList("items.reference")).containsExactly(oldest);
    assertThat(second.getString("next")).isNull();
  }
}
