package dev.holdfast.authorization;

import static dev.holdfast.authorization.Scene.rung;
import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.holdfast.events.AuthorizationChange;
import dev.holdfast.events.Method;
import dev.holdfast.events.Readiness;
import dev.holdfast.events.VendorStatus;
import dev.holdfast.testkit.Stack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The vendor's cloud is down: no card is asked for that could not be read. */
@QuarkusTest
@WithTestResource(
    value = Stack.class,
    scope = TestResourceScope.GLOBAL,
    initArgs = @ResourceArg(name = "simulator", value = "true"))
class VendorOutageIT {
  private Scene scene;
  private String serial;

  @BeforeEach
  void open() {
    scene = new Scene();
    serial = scene.terminal();
  }

  /** The other tests' terminals are in the same cloud: it is up again before the next begins. */
  @AfterEach
  void close() {
    try {
      scene.vendorIs(VendorStatus.OPERATIONAL);
      await().atMost(30, SECONDS).until(() -> !reasons().contains("VENDOR_DOWN"));
    } finally {
      scene.close();
    }
  }

  @Test
  void aTapIsRefusedWithTheReasonAndTheRemedyAndNothingIsWritten() {
    outage();
    var refused = Scene.ask(serial, 0);

    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.contentType()).startsWith("application/problem+json");
    assertThat(refused.jsonPath().getString("field")).isEqualTo("terminalSerial");
    assertThat(refused.jsonPath().getList("reasons")).containsExactly("VENDOR_DOWN");
    assertThat(refused.jsonPath().getString("remedy"))
        .contains("wait", "GET /vendors", "GET /terminals/" + serial + "/diagnosis");
    assertThat(given().get("/authorizations?terminal=" + serial).<List<?>>path("items")).isEmpty();
  }

  @Test
  void theOutageIsToldBeforeTheTerminalsOwnReasons() {
    outage();
    scene.announce(serial, 2, Readiness.NOT_READY);

    await()
        .atMost(30, SECONDS)
        .untilAsserted(
            () -> assertThat(reasons()).containsExactly("VENDOR_DOWN", "CPO_NOT_CONTRACTED"));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DOWN")
  void aTapIsAdmittedAgainWhenTheOutageIsOver(VendorStatus status) {
    outage();
    scene.vendorIs(status);
    await().atMost(30, SECONDS).until(() -> reasons().isEmpty());

    assertThat(scene.held(serial, "APPROVE_ALL")).isNotEmpty();
  }

  @Test
  void aRefusalIsNotRememberedAndAHoldIsNotForgottenDuringTheNextOutage() {
    var key = UUID.randomUUID().toString();
    outage();
    assertThat(keyed(key).statusCode()).isEqualTo(409);
    scene.vendorIs(VendorStatus.OPERATIONAL);
    await().atMost(30, SECONDS).until(() -> reasons().isEmpty());
    scene.tap(serial, "APPROVE_ALL", 172_800);
    String admitted = keyed(key).then().statusCode(201).extract().path("reference");

    outage();
    String again = keyed(key).then().statusCode(201).extract().path("reference");
    assertThat(again).isEqualTo(admitted);
  }

  @Test
  void capturesWaitButForAHoldThatEndsSoonAndThoseThatEndFirstAreTakenFirst() {
    var later = held(172_800);
    var sooner = held(86_400);
    var soon = held(600);
    outage();
    List.of(later, sooner, soon)
        .forEach(reference -> scene.settle(reference, 2, rung(Method.CAPTURE, 100)));

    scene.until(soon, AuthorizationChange.CAPTURED);
    scene.until(later, AuthorizationChange.CAPTURE_STARTED);
    scene.until(sooner, AuthorizationChange.CAPTURE_STARTED);
    assertThat(scene.takenInOrder()).contains(soon).doesNotContain(later, sooner);

    scene.vendorIs(VendorStatus.OPERATIONAL);
    scene.until(later, AuthorizationChange.CAPTURED);
    scene.until(sooner, AuthorizationChange.CAPTURED);
    assertThat(scene.takenInOrder()).containsSubsequence(soon, sooner, later);
  }

  private String held(long validForSeconds) {
    var terminal = scene.terminal();
    scene.tap(terminal, "APPROVE_ALL", validForSeconds);
    return Scene.ask(terminal, 20).then().statusCode(201).extract().path("reference");
  }

  private Response keyed(String key) {
    return given()
        .contentType("application/json")
        .header("Idempotency-Key", key)
        .body("{\"terminalSerial\": \"%s\", \"evseId\": \"E1\"}".formatted(serial))
        .post("/authorizations");
  }

  private void outage() {
    scene.vendorIs(VendorStatus.DOWN);
    await().atMost(30, SECONDS).until(() -> reasons().contains("VENDOR_DOWN"));
  }

  /** Why the terminal may take no card now; empty when it may. */
  private List<String> reasons() {
    List<String> reasons = Scene.probe(serial).jsonPath().getList("reasons");
    return reasons == null ? List.of() : reasons;
  }
}
