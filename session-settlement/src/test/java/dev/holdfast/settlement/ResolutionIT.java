package dev.holdfast.settlement;

import static dev.holdfast.contracts.Topic.AUTHORIZATIONS;
import static dev.holdfast.contracts.Topic.JOURNAL;
import static dev.holdfast.contracts.Topic.SESSION_CLOSED;
import static dev.holdfast.contracts.Topic.SETTLEMENTS;
import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import dev.holdfast.events.AttemptKind;
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
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Stack.class, scope = TestResourceScope.GLOBAL)
class ResolutionIT implements SoundBooks {
  private final TopicProbe probe = TopicProbe.ofApplication();
  private final String reference = UUID.randomUUID().toString();

  @AfterEach
  void close() {
    probe.close();
  }

  @Test
  void acceptsTheSecondCloseAndSaysWhoAndWhy() {
    probe.publish(AUTHORIZATIONS, reference, Records.held(reference, 5000));
    // Topics come in any order: a session that is told before its hold would wait for it.
    await(SettlementStatus.AWAITING_SESSION);
    probe.publish(SESSION_CLOSED, reference, Records.closed(reference, 2340));
    probe.publish(SESSION_CLOSED, reference, Records.closed(reference, 2400));
    await(SettlementStatus.ATTENTION);
    given()
        .param("attention", "CONFLICTING_CLOSE")
        .param("size", 500)
        .get("/settlements")
        .then()
        .body("items.reference", hasItem(reference))
        .body("items.status", everyItem(equalTo("ATTENTION")));
    resolve("WRITE_OFF", "Ann")
        .statusCode(409)
        .body("possible", contains("ACCEPT_FIRST", "ACCEPT_SECOND"));
    when()
        .get("/settlements/{reference}", reference)
        .then()
        .body("contradictions.number", contains(1))
        .body("contradictions.reason", contains("CONFLICTING_CLOSE"))
        .body("contradictions.ifFirst.minorUnits", contains(2340))
        .body("contradictions.ifSecond.minorUnits", contains(2400));
    resolve("ACCEPT_SECOND", "Ann")
        .statusCode(200)
        .body("status", equalTo("DECIDED"))
        .body("revisions.total.minorUnits", contains(2340, 2400))
        .body("contradictions.decided", contains(true))
        .body("resolutions.word.by", contains("Ann"));
    SettlementChanged said = await(SettlementStatus.DECIDED);
    assertThat(said.getChange()).isEqualTo(SettlementChange.RESOLVED);
    assertThat(said.getReason()).isEqualTo("ACCEPT_SECOND by Ann: the meter was read again");
    assertThat(said.getPlan().getFirst().getAmount()).isEqualTo(Records.euro(2400));
  }

  @Test
  void writesAShortfallOffAndKeepsTheInvariants() {
    probe.publish(SESSION_CLOSED, reference, Records.closed(reference, 6000));
    probe.publish(
        AUTHORIZATIONS, reference, Records.captured(reference, 5000, AttemptKind.HOLD, 5000));
    await(SettlementStatus.SETTLED);
    resolve("WRITE_OFF", "Ann")
        .statusCode(200)
        .body("shortfall.minorUnits", equalTo(1000))
        .body("writtenOff.minorUnits", equalTo(1000))
        .body("possible", hasSize(0));
    probe.await(
        SETTLEMENTS,
        SettlementChanged.class,
        reference,
        said -> Records.euro(1000).equals(said.getLast().value().getWrittenOff()));
    resolve("WRITE_OFF", "Ann").statusCode(409);
    probe.await(
        JOURNAL,
        JournalEntryPosted.class,
        reference,
        said -> said.stream().anyMatch(e -> e.value().getCause() == JournalCause.WRITTEN_OFF));
  }

  @Test
  void asksBeforeASessionIsTakenOnASecondPayment() {
    var first = UUID.randomUUID().toString();
    probe.publish(AUTHORIZATIONS, first, Records.held(first, 5000));
    probe.publish(AUTHORIZATIONS, reference, Records.held(reference, 5000));
    await(SettlementStatus.AWAITING_SESSION);
    var close = Records.closing(first, 2340);
    probe.publish(SESSION_CLOSED, first, close.build());
    await(first, SettlementStatus.DECIDED);
    probe.publish(SESSION_CLOSED, reference, close.setReference(reference).build());
    await(SettlementStatus.ATTENTION);
    when()
        .get("/settlements/{reference}", reference)
        .then()
        .body("contradictions.reason", contains("SESSION_ON_TWO_PAYMENTS"))
        .body("contradictions.payment", contains(first))
        .body("contradictions.ifSecond.minorUnits", contains(2340));
    resolve(Map.of("resolution", "ACCEPT_FIRST", "version", version(), "by", "Ann", "reason", "x"))
        .statusCode(200)
        .body("status", equalTo("DECIDED"))
        .body("plan.method", contains("RELEASE"));
  }

  @Test
  void asksOfTwoPaymentsThatAreDecidedAtOnce() {
    var second = UUID.randomUUID().toString();
    probe.publish(AUTHORIZATIONS, reference, Records.held(reference, 5000));
    probe.publish(AUTHORIZATIONS, second, Records.held(second, 5000));
    await(SettlementStatus.AWAITING_SESSION);
    await(second, SettlementStatus.AWAITING_SESSION);
    var close = Records.closing(reference, 2340);
    probe.publish(SESSION_CLOSED, reference, close.build());
    probe.publish(SESSION_CLOSED, second, close.setReference(second).build());
    Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(() ->
            assertThat(List.of(status(reference), status(second)))
                .containsExactlyInAnyOrder("DECIDED", "ATTENTION"));
  }

  @Test
  void namesTheAmountAndMayBeSaidTwice() {
    probe.publish(SESSION_CLOSED, reference, Records.closed(reference, 6000));
    probe.publish(
        AUTHORIZATIONS, reference, Records.captured(reference, 5000, AttemptKind.HOLD, 5000));
    await(SettlementStatus.SETTLED);
    int seen = version();
    var decision = new HashMap<String, Object>();
    decision.putAll(
        Map.of("resolution", "WRITE_OFF", "version", seen, "by", "Ann", "reason", "no letter"));
    resolve(decision).statusCode(409).body("about.minorUnits", equalTo(1000));
    decision.put("amount", Map.of("minorUnits", 1001, "currency", "EUR"));
    resolve(decision).statusCode(409).body("type", equalTo("urn:holdfast:problem:another-amount"));
    decision.put("amount", Map.of("minorUnits", 1000, "currency", "EUR"));
    resolve(decision).statusCode(200).body("version", equalTo(seen + 1));
    resolve(decision).statusCode(200).body("version", equalTo(seen + 1));
  }

  @Test
  void refusesWhatIsNotSaidAsItMustBe() {
    resolve("RETRY", "Ann").statusCode(404);
    resolve("FORGET", "Ann").statusCode(400).body("field", equalTo("resolution"));
    resolve("RETRY", " ").statusCode(400).body("field", equalTo("by"));
    resolve("RETRY", "4111 1111 1111 1111")
        .statusCode(400)
        .body("detail", containsString("looks like a card number"));
  }

  @Test
  void decidesOnlyOnTheNewestVersion() {
    probe.publish(SESSION_CLOSED, reference, Records.closed(reference, 2340));
    await(SettlementStatus.AWAITING_HOLD);
    resolve(Map.of("resolution", "RETRY", "by", "Ann", "reason", "it is late"))
        .statusCode(428)
        .body("field", equalTo("version"))
        .body("newest.version", equalTo(1));
    resolve(Map.of("resolution", "RETRY", "version", 7, "by", "Ann", "reason", "it is late"))
        .statusCode(409)
        .body("type", equalTo("urn:holdfast:problem:changed-in-the-meantime"))
        .body("newest.version", equalTo(1))
        .body("newest.reference", equalTo(reference));
  }

  /** On the newest version, if there is one. */
  private ValidatableResponse resolve(String resolution, String by) {
    var seen = when().get("/settlements/{reference}", reference).then().extract();
    Integer newest = seen.path("version");
    Object amount =
        switch (resolution) {
          case "WRITE_OFF" -> seen.path("writeOff");
          case "ACCEPT_SECOND" -> seen.path("contradictions[0].ifSecond");
          default -> null;
        };
    var decision = new HashMap<String, Object>();
    decision.put("resolution", resolution);
    decision.put("version", newest == null ? 1 : newest);
    decision.put("amount", amount);
    decision.put("by", by);
    decision.put("reason", "the meter was read again");
    return resolve(decision);
  }

  private int version() {
    return when().get("/settlements/{reference}", reference).path("version");
  }

  private static String status(String of) {
    return when().get("/settlements/{reference}", of).path("status");
  }

  private ValidatableResponse resolve(Map<String, Object> body) {
    return given()
        .contentType("application/json")
        .body(body)
        .post("/settlements/{reference}/resolution", reference)
        .then();
  }

  private SettlementChanged await(SettlementStatus status) {
    return await(reference, status);
  }

  private SettlementChanged await(String of, SettlementStatus status) {
    return probe
        .await(
            SETTLEMENTS,
            SettlementChanged.class,
            of,
            said -> !said.isEmpty() && said.getLast().value().getStatus() == status)
        .getLast()
        .value();
  }
}
