package dev.holdfast.settlement;

import static dev.holdfast.contracts.Topic.AUTHORIZATIONS;
import static dev.holdfast.contracts.Topic.SESSION_CLOSED;
import static dev.holdfast.contracts.Topic.SETTLEMENTS;
import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import dev.holdfast.events.AttemptKind;
import dev.holdfast.events.AuthorizationStatus;
import dev.holdfast.events.Method;
import dev.holdfast.events.SettlementChanged;
import dev.holdfast.events.SettlementOutcome;
import dev.holdfast.events.SettlementStatus;
import dev.holdfast.testkit.Stack;
import dev.holdfast.testkit.TopicProbe;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Stack.class, scope = TestResourceScope.GLOBAL)
class DeadlineIT implements SoundBooks {
  private static final String IN_A_MOMENT =
      "update settlement set due_at = now() + interval '%s seconds' where reference = '%s'";

  private final TopicProbe probe = TopicProbe.ofApplication();
  private final String reference = UUID.randomUUID().toString();

  @AfterEach
  void close() {
    probe.close();
  }

  @Test
  void showsWhatIsDueBeforeItActs() {
    probe.publish(SESSION_CLOSED, reference, Records.closed(reference, 2340));
    await(SettlementStatus.AWAITING_HOLD);
    when()
        .get("/settlements/{reference}", reference)
        .then()
        .body("due.deadline", equalTo("HOLD_UNKNOWN"));
    given()
        .param("due", "HOLD_UNKNOWN")
        .param("size", 500)
        .get("/settlements")
        .then()
        .body("items.reference", hasItem(reference));
  }

  @Test
  void asksAPersonInTimeAndStillJoinsAHoldThatComesLate() throws SQLException {
    waitsForItsHold(reference);
    Database.run(
        "update settlement set due_at = now() where reference = '%s'".formatted(reference));
    assertThat(await(SettlementStatus.ATTENTION).getReason()).isEqualTo("NO_AUTHORIZATION");
    when().get("/settlements/{reference}", reference).then().body("due", nullValue());
    probe.publish(AUTHORIZATIONS, reference, Records.held(reference, 5000));
    assertThat(await(SettlementStatus.DECIDED).getPlan().getFirst().getMethod())
        .isEqualTo(Method.CAPTURE);
  }

  @Test
  void passesOverWhatAnotherInstanceHolds() throws SQLException {
    String another = UUID.randomUUID().toString();
    waitsForItsHold(another);
    waitsForItsHold(reference);
    try (Connection other = Database.connect();
        Statement sql = other.createStatement()) {
      sql.execute(IN_A_MOMENT.formatted(2, another));
      other.setAutoCommit(false);
      sql.execute("select 1 from settlement where reference = '%s' for update".formatted(another));
      Database.run(IN_A_MOMENT.formatted(3, reference));
      await(SettlementStatus.ATTENTION);
      when()
          .get("/settlements/{reference}", another)
          .then()
          .body("due.deadline", equalTo("HOLD_UNKNOWN"));
      other.rollback();
    }
    await(another, SettlementStatus.ATTENTION);
  }

  @Test
  void showsAClosedSessionThatNobodyWouldLookAt() throws SQLException {
    waitsForItsHold(reference);
    Database.run("update settlement set due_at = null where reference = '%s'".formatted(reference));
    silent(1);
    Database.run(IN_A_MOMENT.formatted(3600, reference));
    silent(0);
  }

  @Test
  void releasesAHoldThatNearsItsEndWithoutASession() {
    // Fifteen seconds before the ten minutes that it is released ahead of its end.
    var soon = Instant.now().plusSeconds(615).truncatedTo(ChronoUnit.MICROS);
    probe.publish(
        AUTHORIZATIONS,
        reference,
        Records.authorization(reference, 5000, 3, AuthorizationStatus.HELD)
            .setExpiresAt(soon)
            .build());
    SettlementChanged decided = await(SettlementStatus.DECIDED);
    assertThat(decided.getPlan().getFirst().getMethod()).isEqualTo(Method.RELEASE);
    assertThat(decided.getSessionId()).isNull();
    probe.publish(
        AUTHORIZATIONS,
        reference,
        Records.authorization(reference, 5000, 5, AuthorizationStatus.RELEASED)
            .setReleased(Records.euro(5000))
            .build());
    await(SettlementStatus.SETTLED);
    probe.publish(SESSION_CLOSED, reference, Records.closed(reference, 2340));
    probe.await(
        SETTLEMENTS,
        SettlementChanged.class,
        reference,
        said ->
            said.stream().anyMatch(s -> s.value().getOutcome() == SettlementOutcome.NOT_COVERED));
  }

  @Test
  void asksAboutMoneyThatWasTakenForNoSessionAndPaysItBack() throws SQLException {
    probe.publish(
        AUTHORIZATIONS, reference, Records.captured(reference, 5000, AttemptKind.CAPTURE, 2340));
    await(SettlementStatus.AWAITING_SESSION);
    Database.run(
        "update settlement set due_at = now() where reference = '%s'".formatted(reference));
    SettlementChanged asked = await(SettlementStatus.ATTENTION);
    assertThat(asked.getReason()).isEqualTo("CAPTURED_WITHOUT_SESSION");
    given()
        .contentType("application/json")
        .body(
            Map.of(
                "resolution", "REFUND",
                "version", asked.getVersion(),
                "amount", Map.of("minorUnits", 2340, "currency", "EUR"),
                "by", "Ann",
                "reason", "nobody charged"))
        .post("/settlements/{reference}/resolution", reference)
        .then()
        .statusCode(200)
        .body("status", equalTo("CORRECTING"))
        .body("plan.amount.minorUnits", contains(2340));
  }

  @Test
  void asksAboutWhatIsNotDoneInTime() throws SQLException {
    probe.publish(AUTHORIZATIONS, reference, Records.held(reference, 5000));
    await(SettlementStatus.AWAITING_SESSION);
    probe.publish(SESSION_CLOSED, reference, Records.closed(reference, 2340));
    await(SettlementStatus.DECIDED);
    Database.run(
        "update settlement set due_at = now() where reference = '%s'".formatted(reference));
    assertThat(await(SettlementStatus.ATTENTION).getReason()).isEqualTo("NOT_EXECUTED");
    probe.publish(
        AUTHORIZATIONS, reference, Records.captured(reference, 5000, AttemptKind.CAPTURE, 2340));
    await(SettlementStatus.SETTLED);
  }

  private static void silent(int rows) {
    when()
        .post("/settlements/invariants")
        .then()
        .body("items.find { it.invariant == 'nothing-is-silent' }.rows", equalTo(rows));
  }

  private void waitsForItsHold(String of) {
    probe.publish(SESSION_CLOSED, of, Records.closed(of, 2340));
    await(of, SettlementStatus.AWAITING_HOLD);
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
