package dev.holdfast.terminal;

import static dev.holdfast.terminal.Doors.bind;
import static dev.holdfast.terminal.Doors.contractedCpo;
import static dev.holdfast.terminal.Doors.get;
import static dev.holdfast.terminal.Doors.newCpoId;
import static dev.holdfast.terminal.Doors.newSerial;
import static dev.holdfast.terminal.Doors.put;
import static dev.holdfast.terminal.Doors.readyTerminal;
import static dev.holdfast.terminal.Doors.register;
import static dev.holdfast.terminal.Doors.vendorKnows;
import static dev.holdfast.terminal.Payments.payment;
import static dev.holdfast.terminal.Payments.reference;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.holdfast.contracts.Topic;
import dev.holdfast.events.AuthorizationStatus;
import dev.holdfast.testkit.Stack;
import dev.holdfast.testkit.TopicProbe;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Why does this terminal not work? Asked at the public door, with the vendor's real answers. */
@QuarkusTest
@WithTestResource(
    value = Stack.class,
    scope = TestResourceScope.GLOBAL,
    initArgs = @ResourceArg(name = "simulator", value = "true"))
class DiagnosisIT {
  @Test
  void findsNothingWrongWithAHealthyTerminal() {
    var serial = readyTerminal(contractedCpo());

    diagnosis(serial)
        .body("readiness", equalTo("READY"))
        .body("verdict.ready", equalTo(true))
        .body("verdict.check", nullValue())
        .body("checks", hasSize(12))
        .body("checks.find { it.id == 'VENDOR_ENVIRONMENT' }.outcome", equalTo("PASS"))
        .body("checks.find { it.id == 'LAST_GOOD_PAYMENT' }.outcome", equalTo("WARN"));
  }

  @Test
  void asksTheVendorAgainAndPublishesWhatFollows() throws InterruptedException {
    var serial = newSerial();
    register(serial).statusCode(201);
    bind(serial, contractedCpo());
    diagnosis(serial)
        .body("verdict.check", equalTo(4))
        .body("verdict.whoActs", equalTo("VENDOR"))
        .body("verdict.remedy", containsString("TEST"));

    vendorKnows("test", serial, "{}");
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(() -> diagnosis(serial).body("verdict.ready", equalTo(true)));
    get("/terminals/" + serial).body("readiness", equalTo("READY"));
  }

  @Test
  void namesTheContractedCpoOfTheBindingBefore() {
    var contracted = contractedCpo();
    var other = newCpoId();
    put("/cpos/" + other, "{}").statusCode(201);
    var serial = readyTerminal(contracted);
    bind(serial, other).statusCode(200);

    diagnosis(serial)
        .body("verdict.check", equalTo(6))
        .body("verdict.whoActs", equalTo("PLATFORM"))
        .body("verdict.summary", containsString(other))
        .body("verdict.remedy", containsString("contracted there: " + contracted));
  }

  @Test
  void diagnosesASerialThatNobodyRegisteredAndAsksTheVendorForIt() {
    var serial = newSerial();
    vendorKnows("production", serial, "{}");

    diagnosis(serial)
        .body("readiness", equalTo("NOT_READY"))
        .body("verdict.check", equalTo(2))
        .body("verdict.remedy", containsString("PUT /terminals/" + serial))
        .body("checks[2].outcome", equalTo("FAIL"))
        .body("checks[2].evidence", containsString("PRODUCTION cloud shows it"))
        .body("checks[4].outcome", equalTo("UNKNOWN"));
    get("/terminals/" + serial).statusCode(404);
  }

  @Test
  void diagnosesWhatIsNoSerial() {
    diagnosis("p68-typed-wrong")
        .body("verdict.check", equalTo(2))
        .body("verdict.summary", containsString("shape of a serial"));
    get("/terminals/4111 1111 1111 1111/diagnosis").statusCode(400).body("field", equalTo("path"));
    get("/terminals/" + "P".repeat(65) + "/diagnosis").statusCode(400);
  }

  @Test
  void tellsAPersonInText() {
    var serial = readyTerminal(contractedCpo());

    given()
        .accept("text/plain")
        .get("/terminals/" + serial + "/diagnosis")
        .then()
        .statusCode(200)
        .contentType(startsWith("text/plain"))
        .body(startsWith("READY: terminal " + serial))
        .body(not(containsString("null")));
  }

  @Test
  void countsWhatPaymentAuthorizationSaysOfItsPayments() {
    var serial = readyTerminal(contractedCpo());
    var now = Instant.now();
    try (var probe = TopicProbe.ofApplication()) {
      for (var status : List.of(AuthorizationStatus.DECLINED, AuthorizationStatus.DECLINED)) {
        var declined = payment(reference(now), serial, 3, status).setReason("PIN_REQUIRED").build();
        probe.publish(Topic.AUTHORIZATIONS, declined.getReference(), declined);
      }
      var good = payment(reference(now), serial, 5, AuthorizationStatus.CAPTURED).build();
      probe.publish(Topic.AUTHORIZATIONS, good.getReference(), good);

      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(() ->
              diagnosis(serial)
                  .body("verdict.ready", equalTo(true))
                  .body("checks[9].outcome", equalTo("WARN"))
                  .body("checks[9].evidence", containsString("2 of 3 payments"))
                  .body("checks[9].evidence", containsString("PIN_REQUIRED"))
                  .body("checks[10].outcome", equalTo("PASS"))
                  .body("checks[11].evidence", containsString(good.getReference())));
    }
  }

  @Test
  void agreesWithTheReadinessThatIsPublished() {
    var serial = readyTerminal(contractedCpo());
    for (var change : List.of("retire", "refresh")) {
      Doors.whateverIsThere().post("/terminals/" + serial + "/" + change);
      var terminal = get("/terminals/" + serial).extract().jsonPath();
      var diagnosis = diagnosis(serial).extract().jsonPath();
      assertThat(diagnosis.getString("readiness")).isEqualTo(terminal.getString("readiness"));
      assertThat(diagnosis.getList("reasons")).isEqualTo(terminal.getList("reasons"));
    }
    diagnosis(serial).body("verdict.check", equalTo(2));
  }

  private static ValidatableResponse diagnosis(String serial) {
    return get("/terminals/" + serial + "/diagnosis").statusCode(200);
  }
}
