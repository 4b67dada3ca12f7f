package dev.holdfast.settlement;

import static dev.holdfast.contracts.Topic.AUTHORIZATIONS;
import static dev.holdfast.contracts.Topic.JOURNAL;
import static dev.holdfast.contracts.Topic.SESSION_CLOSED;
import static dev.holdfast.contracts.Topic.SETTLEMENTS;
import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import dev.holdfast.events.Attempt;
import dev.holdfast.events.AttemptKind;
import dev.holdfast.events.AuthorizationStatus;
import dev.holdfast.events.JournalCause;
import dev.holdfast.events.JournalEntryPosted;
import dev.holdfast.events.SettlementChange;
import dev.holdfast.events.SettlementChanged;
import dev.holdfast.events.SettlementStatus;
import dev.holdfast.testkit.Stack;
import dev.holdfast.testkit.TopicProbe;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Support gives something back of a payment whose price stands. */
@QuarkusTest
@WithTestResource(value = Stack.class, scope = TestResourceScope.GLOBAL)
class RefundIT implements SoundBooks {
  private static final Attempt HELD = Records.attempt(1, AttemptKind.AUTHORIZE, 5000);
  private static final Attempt CAPTURE = Records.attempt(2, AttemptKind.CAPTURE, 2340);

  private final TopicProbe probe = TopicProbe.ofApplication();

  /** What a person gives back of its payments counts together. */
  private final String cpo = "cpo-" + UUID.randomUUID();

  private String reference = "";

  @BeforeEach
  void settle() {
    reference = UUID.randomUUID().toString();
    probe.publish(SESSION_CLOSED, reference, Records.closed(reference, 2340));
    hear(5, 0, HELD, CAPTURE);
    await(SettlementStatus.SETTLED);
  }

  @AfterEach
  void close() {
    probe.close();
  }

  @Test
  void ordersALittleAtOnceOnceForItsKeyAndBooksIt() {
    var body = refund(500, version());
    ask("key-1", body)
        .statusCode(200)
        .body("status", equalTo("CORRECTING"))
        .body("plan.amount.minorUnits", contains(500))
        .body("refunds.state", contains("GRANTED"))
        .body("refunds.code", contains("CHARGER_FAULT"));
    // The answer was lost, and it is sent again.
    ask("key-1", body).statusCode(200).body("refunds", hasSize(1));
    ask("key-1", refund(400, version())).statusCode(409).body("field", equalTo("Idempotency-Key"));
    SettlementChanged ordered = await(SettlementStatus.CORRECTING);
    assertThat(ordered.getChange()).isEqualTo(SettlementChange.RESOLVED);
    assertThat(ordered.getReason()).isEqualTo("GOODWILL by Ines: the plug was stuck");

    payBack(500);
    SettlementChanged settled = await(SettlementStatus.SETTLED);
    assertThat(settled.getGoodwill()).isEqualTo(Records.euro(500));
    assertThat(settled.getShortfall()).isEqualTo(Records.euro(0));
    probe.await(
        JOURNAL,
        JournalEntryPosted.class,
        reference,
        said -> said.stream().anyMatch(e -> e.value().getCause() == JournalCause.GOODWILL));
    when()
        .get("/settlements/{reference}", reference)
        .then()
        .body("outcome", equalTo("FULL"))
        .body("goodwill.minorUnits", equalTo(500))
        .body(
            "trail.sentence",
            hasItem("The whole 23.40 EUR was taken. Of that, support gave 5.00 EUR back."));
  }

  @Test
  void letsASecondPersonApproveWhatIsAboveTheLimit() {
    ask("key-2", refund(2000, version()))
        .statusCode(200)
        .body("status", equalTo("ATTENTION"))
        .body("refunds.state", contains("WAITING"));
    assertThat(await(SettlementStatus.ATTENTION).getReason()).isEqualTo("GOODWILL_WAITS");
    rule("approval", 1, "Ines", version()).statusCode(409).body("field", equalTo("by"));
    rule("approval", 1, " ines", version()).statusCode(409).body("field", equalTo("by"));
    rule("approval", 2, "Ann", version()).statusCode(409).body("field", equalTo("number"));
    rule("approval", 1, "Ann", null).statusCode(428);
    int seen = version();
    rule("approval", 1, "Ann", seen)
        .statusCode(200)
        .body("status", equalTo("CORRECTING"))
        .body("refunds.decided.by", contains("Ann"))
        .body("resolutions.choice", contains("GOODWILL", "GOODWILL"));
    rule("approval", 1, "Ann", seen).statusCode(200);
    rule("rejection", 1, "Ann", version()).statusCode(409);
    payBack(2000);
    await(SettlementStatus.SETTLED);
  }

  @Test
  void letsASecondPersonApproveOnceSeveralSmallOnesComeToMuch() {
    giveBack("Ines", 400, "GRANTED");
    giveBack("INES ", 400, "GRANTED");
    giveBack(" ines", 400, "WAITING");
    giveBack("Bob", 400, "GRANTED");
    giveBack("Ines", 200, "GRANTED");
    giveBack("Ines", 1, "WAITING");
  }

  /** Of another payment of the CPO. */
  private void giveBack(String by, long cents, String state) {
    settle();
    var body = refund(cents, version());
    body.put("by", by);
    ask("key-6", body).statusCode(200).body("refunds.state", contains(state));
    ask("key-6", body).statusCode(200).body("refunds.state", contains(state));
  }

  @Test
  void isSettledAgainOnceARefundIsRejected() {
    ask("key-3", refund(2000, version())).statusCode(200);
    rule("rejection", 1, "Ines", version()).statusCode(200).body("status", equalTo("SETTLED"));
    await(SettlementStatus.SETTLED);
    // The price that is booked does not depend on whether anybody asked.
    ask("key-4", refund(2340, version())).statusCode(200).body("status", equalTo("ATTENTION"));
  }

  @Test
  void refusesWhatIsTooMuchOrNotDecidedOnTheNewest() {
    ask("key-5", refund(2341, version()))
        .statusCode(422)
        .body("field", equalTo("amount"))
        .body("most.minorUnits", equalTo(2340));
    ask("key-5", refund(500, version() - 1))
        .statusCode(409)
        .body("newest.status", equalTo("SETTLED"));
    ask("key-5", refund(500, null)).statusCode(428);
    given()
        .contentType("application/json")
        .body(refund(500, version()))
        .post("/settlements/{reference}/refunds", reference)
        .then()
        .statusCode(400)
        .body("field", equalTo("Idempotency-Key"));
    given()
        .contentType("application/json")
        .header("Idempotency-Key", "key-5")
        .body(refund(500, 1))
        .post("/settlements/{reference}/refunds", UUID.randomUUID())
        .then()
        .statusCode(404);
    var zero = new HashMap<String, Object>(refund(500, version()));
    zero.put("amount", Map.of("minorUnits", 0, "currency", "EUR"));
    ask("key-5", zero).statusCode(400);
  }

  private void payBack(long cents) {
    hear(7, cents, HELD, CAPTURE, Records.attempt(3, AttemptKind.REFUND, cents));
  }

  private void hear(long version, long refunded, Attempt... attempts) {
    probe.publish(
        AUTHORIZATIONS,
        reference,
        Records.authorization(reference, 5000, version, AuthorizationStatus.CAPTURED)
            .setCpoId(cpo)
            .setCaptured(Records.euro(2340))
            .setReleased(Records.euro(2660))
            .setRefunded(Records.euro(refunded))
            .setAttempts(List.of(attempts))
            .build());
  }

  private static Map<String, Object> refund(long cents, @Nullable Integer version) {
    var body = new HashMap<String, Object>();
    body.put("code", "CHARGER_FAULT");
    body.put("amount", Map.of("minorUnits", cents, "currency", "EUR"));
    body.put("by", "Ines");
    body.put("reason", "the plug was stuck");
    if (version != null) {
      body.put("version", version);
    }
    return body;
  }

  private ValidatableResponse ask(String key, Map<String, Object> body) {
    return given()
        .contentType("application/json")
        .header("Idempotency-Key", key)
        .body(body)
        .post("/settlements/{reference}/refunds", reference)
        .then();
  }

  private ValidatableResponse rule(String act, int number, String by, @Nullable Integer version) {
    var body = new HashMap<String, Object>(Map.of("by", by, "reason", "the log shows it"));
    if (version != null) {
      body.put("version", version);
    }
    return given()
        .contentType("application/json")
        .body(body)
        .post("/settlements/{reference}/refunds/{number}/{act}", reference, number, act)
        .then();
  }

  private int version() {
    return when().get("/settlements/{reference}", reference).path("version");
  }

  private SettlementChanged await(SettlementStatus status) {
    return probe
        .await(
            SETTLEMENTS,
            SettlementChanged.class,
            reference,
            said -> !said.isEmpty() && said.getLast().value().getStatus() == status)
        .getLast()
        .value();
  }
}
