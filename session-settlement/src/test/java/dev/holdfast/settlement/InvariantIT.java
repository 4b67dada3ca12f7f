package dev.holdfast.settlement;

import static dev.holdfast.contracts.Topic.AUTHORIZATIONS;
import static dev.holdfast.contracts.Topic.SESSION_CLOSED;
import static dev.holdfast.contracts.Topic.SETTLEMENTS;
import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;

import dev.holdfast.events.Attempt;
import dev.holdfast.events.AttemptKind;
import dev.holdfast.events.AttemptOutcome;
import dev.holdfast.events.AuthorizationStatus;
import dev.holdfast.events.SettlementChanged;
import dev.holdfast.events.SettlementStatus;
import dev.holdfast.settlement.postgres.Invariant;
import dev.holdfast.testkit.Stack;
import dev.holdfast.testkit.TopicProbe;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who checks the invariants, and who only looks at what was found. */
@QuarkusTest
@SuppressWarnings("NullAway.Init") // injected
@WithTestResource(value = Stack.class, scope = TestResourceScope.GLOBAL)
class InvariantIT implements SoundBooks {
  private static final String PATH = "/settlements/invariants";

  @Inject CheckInvariants checkInvariants;

  private final String reference = UUID.randomUUID().toString();

  @BeforeEach
  void check() {
    when()
        .post(PATH)
        .then()
        .statusCode(200)
        .body("items.size()", equalTo(Invariant.values().length))
        .body("items.rows", everyItem(equalTo(0)));
  }

  @Test
  void showsWhatWasFoundAndChecksNothingByBeingLookedAt() throws Throwable {
    settle();
    Instant before = checkedAt();
    Database.run(
        """
        insert into movement (reference, attempt, kind, gateway_reference, cpo_id, currency,
          minor_units, moved_at)
        values ('%s', 99, 'CAPTURE', 'nobody asked', '%s', 'EUR', 1, now())
        """
            .formatted(reference, Records.CPO));
    try {
      assertThat(broken("movements-are-booked")).isZero();
      assertThat(checkedAt()).isEqualTo(before);
      health().statusCode(200);

      checkedBefore("1 hour");
      onTimer();
      assertThat(broken("movements-are-booked")).isEqualTo(1);
      assertThat(checkedAt()).isAfter(before);
      health().statusCode(503).body("checks[0].data.'movements-are-booked'", equalTo(1));
    } finally {
      Database.run("delete from movement where reference = '" + reference + "' and attempt = 99");
    }
    check();
    health().statusCode(200);
  }

  /** Of each amount that a report tells; the journal itself cannot be changed. */
  @ParameterizedTest
  @ValueSource(strings = {"fee_minor_units", "transit_minor_units"})
  void findsAReportThatTellsAnotherAmountThanIsBooked(String amount) throws SQLException {
    settle();
    var reports = new Reports();
    reports.booked(reports.line(reference, "CAPTURE", "23.40", "0.30"));
    check();
    changeLine(amount, "+ 1");
    try {
      when().post(PATH);
      assertThat(broken("fee-paid-out-and-open-are-the-movement")).isEqualTo(1);
    } finally {
      changeLine(amount, "- 1");
    }
  }

  /** Its entries come back from the topic, and its lines when it is handed in again. */
  @Test
  void doesNotMissAReportThatWasBookedSinceTheBackup() throws SQLException {
    settle();
    var reports = new Reports();
    reports.booked(reports.line(reference, "CAPTURE", "23.40", "0.30"));
    check();
    String booked = "update report_line set is_booked = %s where reference = '" + reference + "'";
    Database.run(booked.formatted(false));
    try {
      when().post(PATH);
      assertThat(broken("fee-paid-out-and-open-are-the-movement")).isZero();
    } finally {
      Database.run(booked.formatted(true));
    }
  }

  private void changeLine(String amount, String change) throws SQLException {
    Database.run(
        "update report_line set %1$s = %1$s %2$s where reference = '%3$s'"
            .formatted(amount, change, reference));
  }

  @Test
  void isCheckedByOneInstanceAtATimeAndNotTooOften() throws Throwable {
    Instant before = checkedAt();
    // Another one has checked them lately.
    onTimer();
    assertThat(checkedAt()).isEqualTo(before);

    checkedBefore("1 hour");
    try (Connection another = Database.connect();
        Statement sql = another.createStatement()) {
      sql.execute("select pg_advisory_lock(20261126, 5)");
      when().post(PATH).then().statusCode(409).body("retryAfter", equalTo(60));
      onTimer();
      assertThat(checkedAt()).isBefore(before);
    }
    // It died on the way: its lock goes with its connection, a moment later.
    await()
        .untilAsserted(() -> {
          onTimer();
          assertThat(checkedAt()).isAfter(before);
        });
  }

  @Test
  void isDownWhereNobodyLooksForLong() throws SQLException {
    checkedBefore("10 days");
    health().statusCode(503);
  }

  private void onTimer() throws Throwable {
    VertxContextSupport.subscribeAndAwait(checkInvariants::onTimer);
  }

  private static void checkedBefore(String ago) throws SQLException {
    Database.run(
        "update invariant_finding set checked_at = checked_at - interval '%s'".formatted(ago));
  }

  private static ValidatableResponse health() {
    return when().get("/q/health/group/books").then();
  }

  private static Instant checkedAt() {
    return Instant.parse(last().getString("items[0].checkedAt"));
  }

  private static int broken(String invariant) {
    return last().getInt("items.find { it.invariant == '%s' }.rows".formatted(invariant));
  }

  private static JsonPath last() {
    return given().get(PATH).jsonPath();
  }

  private void settle() {
    try (var probe = TopicProbe.ofApplication()) {
      probe.publish(AUTHORIZATIONS, reference, Records.held(reference, 5000));
      probe.publish(SESSION_CLOSED, reference, Records.closed(reference, 2340));
      var capture =
          new Attempt(
              2,
              AttemptKind.CAPTURE,
              Records.euro(2340),
              AttemptOutcome.APPROVED,
              reference,
              null,
              Records.stopped(reference),
              null);
      probe.publish(
          AUTHORIZATIONS,
          reference,
          Records.authorization(reference, 5000, 5, AuthorizationStatus.CAPTURED)
              .setVendor("PAYTER")
              .setCaptured(Records.euro(2340))
              .setReleased(Records.euro(2660))
              .setAttempts(List.of(Records.attempt(1, AttemptKind.AUTHORIZE, 5000), capture))
              .build());
      probe.await(
          SETTLEMENTS,
          SettlementChanged.class,
          reference,
          said ->
              said.stream().anyMatch(one -> one.value().getStatus() == SettlementStatus.SETTLED));
    }
  }
}
