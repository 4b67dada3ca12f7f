package dev.holdfast.authorization;

import static dev.holdfast.authorization.Scene.rung;
import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import dev.holdfast.events.AuthorizationChange;
import dev.holdfast.events.Method;
import dev.holdfast.testkit.Stack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Stop and go: a wrong tariff was published, and nothing is to be taken before it is right. */
@QuarkusTest
@WithTestResource(
    value = Stack.class,
    scope = TestResourceScope.GLOBAL,
    initArgs = @ResourceArg(name = "simulator", value = "true"))
class HaltsIT {
  private static final String WHO = "\"by\": \"Ines\", \"reason\": \"the tariff is wrong\"";

  private Scene scene;
  private String halt = "";

  @BeforeEach
  void open() {
    scene = new Scene();
  }

  @AfterEach
  void close() {
    resume(halt);
    scene.close();
  }

  @Test
  void capturesOfACpoStandStillUntilTheyGoOn() {
    var reference = scene.held(scene.terminal(), "APPROVE_ALL");
    halt = halt("CAPTURES", "cpoId", "CPO-1");
    scene.settle(reference, 2, rung(Method.OVER_COMMIT, 6000), rung(Method.HOLD, 5000));
    scene.until(reference, AuthorizationChange.CAPTURE_STARTED);

    // Others are served meanwhile, by the same work: so it is not only late.
    var released = scene.held(scene.terminal(), "APPROVE_ALL");
    scene.settle(released, 2, rung(Method.RELEASE, 5000));
    scene.until(released, AuthorizationChange.RELEASED);
    assertThat(scene.journal(reference)).containsExactly("RESERVED 5000");

    resume(halt).statusCode(200);
    scene.until(reference, AuthorizationChange.CAPTURED);
    resume(halt).statusCode(404);
    get("/halts").then().body("items.id", not(hasItem(halt)));
  }

  @Test
  void tapsOfAVendorAreTurnedAwayWithTheReason() {
    var serial = scene.terminal();
    halt = halt("TAPS", "vendor", "PAYTER");

    Scene.ask(serial, 0)
        .then()
        .statusCode(409)
        .body("title", equalTo("Taps are halted"))
        .body("detail", containsString("the tariff is wrong"));
    get("/halts").then().body("items.id", hasItem(halt));
    resume(halt).statusCode(200);
    scene.held(serial, "APPROVE_ALL");
  }

  @Test
  void aHaltIsOfAVendorOrOfACpo() {
    post("{\"what\": \"TAPS\", %s}".formatted(WHO))
        .statusCode(400)
        .body("field", equalTo("vendor"));
    resume(UUID.randomUUID().toString()).statusCode(404);
  }

  private static String halt(String what, String of, String name) {
    return post("{\"what\": \"%s\", \"%s\": \"%s\", %s}".formatted(what, of, name, WHO))
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static ValidatableResponse post(String body) {
    return given().contentType(ContentType.JSON).body(body).post("/halts").then();
  }

  private static ValidatableResponse resume(String id) {
    return given()
        .contentType(ContentType.JSON)
        .body("{%s}".formatted(WHO))
        .post("/halts/" + id + "/resume")
        .then();
  }
}
