package dev.holdfast.authorization;

import static dev.holdfast.authorization.Scene.eur;
import static dev.holdfast.authorization.Scene.rung;
import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.holdfast.events.AuthorizationChange;
import dev.holdfast.events.Method;
import dev.holdfast.testkit.Stack;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a person may do where the machine knows no way on. */
@QuarkusTest
@WithTestResource(
    value = Stack.class,
    scope = TestResourceScope.GLOBAL,
    initArgs = @ResourceArg(name = "simulator", value = "true"))
class ResolutionIT {
  private Scene scene;
  private String serial = "";

  @BeforeEach
  void open() {
    scene = new Scene();
    serial = scene.terminal();
  }

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  void whatAPersonSaysGoesOnAsIfTheGatewayHadSaidIt() {
    var reference = unknownCapture();

    resolve(reference, "\"happened\": \"APPROVED\", \"attempt\": 2, " + AMOUNT).statusCode(200);

    var captured = scene.until(reference, AuthorizationChange.CAPTURED).getLast();
    assertThat(captured.getCaptured()).isEqualTo(eur(2340));
    assertThat(captured.getAttempts().getLast().getReason())
        .isEqualTo("Ines says: the portal shows it");
  }

  @Test
  void whoSpeaksOfAnotherVersionIsToldTheNewest() {
    var reference = unknownCapture();
    var happened = "\"happened\": \"REFUSED\", \"attempt\": 2";

    post(reference, happened).then().statusCode(428).body("newest.reference", equalTo(reference));
    post(reference, happened + ", \"version\": 1")
        .then()
        .statusCode(409)
        .body(
            "newest.version",
            equalTo(get("/authorizations/" + reference).<Integer>path("version")));
    resolve(reference, "\"happened\": \"REFUSED\", \"attempt\": 1")
        .statusCode(409)
        .body("detail", containsString("nothing of this kind"));
    resolve(reference, "\"happened\": \"APPROVED\", \"attempt\": 2")
        .statusCode(400)
        .body("field", equalTo("gatewayReference"));
  }

  @Test
  void whatTheGatewayNeverGotIsSentAgain() {
    var reference = unknownCapture();

    resolve(reference, "\"happened\": \"NOT_ACTED\", \"attempt\": 2").statusCode(200);

    scene.until(reference, AuthorizationChange.CAPTURED);
    assertThat(scene.journal(reference)).contains("TAKEN 2340");
  }

  /** Somebody captured in the vendor's portal; then the session cost nothing. */
  @Test
  void aReleaseThatFindsTheMoneyTakenBooksItAndItIsPaidBack() {
    var reference = scene.held(serial, "APPROVE_ALL");
    scene.commitInThePortal(serial, reference, 2340);

    scene.settle(reference, 3, rung(Method.RELEASE, 5000));
    var captured = scene.until(reference, AuthorizationChange.CAPTURED).getLast();
    scene.settle(reference, 4, rung(Method.REFUND, 2340));
    var refunded = scene.until(reference, AuthorizationChange.REFUNDED).getLast();

    assertThat(captured.getCaptured()).isEqualTo(eur(2340));
    assertThat(captured.getAttention()).contains("nobody here had asked for");
    assertThat(refunded.getRefunded()).isEqualTo(eur(2340));
    assertThat(scene.journal(reference)).contains("TAKEN 2340", "PAID_BACK 2340");
    seen(reference, 1).statusCode(200).body("attention", nullValue());
    seen(reference, 1).statusCode(409);
  }

  /** A capture that nobody answers for: neither the call nor its look-ups. */
  private String unknownCapture() {
    var reference = scene.held(serial, "APPROVE_ALL");
    scene.fault("COMMIT", "DROP", serial);
    for (int i = 0; i < 40; i++) {
      scene.fault("SESSION", "SERVER_ERROR", serial);
    }
    scene.settle(reference, 2, rung(Method.CAPTURE, 2340));
    scene.until(reference, AuthorizationChange.ATTEMPT_ANSWERED);
    return reference;
  }

  private static final String AMOUNT =
      "\"gatewayReference\": \"s-1\", \"amount\": {\"minorUnits\": 2340, \"currency\": \"EUR\"}";

  /** Of the newest version, which may change while a look-up is made. */
  private static io.restassured.response.ValidatableResponse resolve(
      String reference, String happened) {
    for (int i = 0; ; i++) {
      int version = get("/authorizations/" + reference).path("version");
      var answer = post(reference, happened + ", \"version\": " + version);
      if (i == 5 || !"version".equals(answer.jsonPath().getString("field"))) {
        return answer.then();
      }
    }
  }

  private static Response post(String reference, String happened) {
    return given()
        .contentType(ContentType.JSON)
        .body("{%s, \"by\": \"Ines\", \"reason\": \"the portal shows it\"}".formatted(happened))
        .post("/authorizations/" + reference + "/resolution");
  }

  private static io.restassured.response.ValidatableResponse seen(String reference, int number) {
    return given()
        .contentType(ContentType.JSON)
        .body("{\"by\": \"Ines\", \"reason\": \"told the clerk\"}")
        .post("/authorizations/" + reference + "/attention/" + number + "/seen")
        .then();
  }
}
