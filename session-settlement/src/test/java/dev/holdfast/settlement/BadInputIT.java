package dev.holdfast.settlement;

import static dev.holdfast.contracts.Topic.AUTHORIZATIONS;
import static dev.holdfast.contracts.Topic.PARKED;
import static dev.holdfast.contracts.Topic.SESSION_CLOSED;
import static dev.holdfast.contracts.Topic.SETTLEMENTS;
import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.blankOrNullString;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.holdfast.events.ParkedRecord;
import dev.holdfast.events.SessionClosed;
import dev.holdfast.events.SettlementChanged;
import dev.holdfast.events.SettlementStatus;
import dev.holdfast.settlement.core.journal.JournalEntry;
import dev.holdfast.testkit.Stack;
import dev.holdfast.testkit.TopicProbe;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(value = Stack.class, scope = TestResourceScope.GLOBAL)
class BadInputIT implements SoundBooks {
  private final TopicProbe probe = TopicProbe.ofApplication();
  private final String reference = UUID.randomUUID().toString();

  @AfterEach
  void close() {
    probe.close();
  }

  @Test
  void parksBytesThatAreNotAvroAndTheRestGoesOn() {
    byte[] text = "these bytes are not Avro".getBytes(UTF_8);
    probe.publishBytes(SESSION_CLOSED, reference.getBytes(UTF_8), text, Map.of());
    probe.publish(SESSION_CLOSED, reference, Records.closed(reference, 2340));
    ParkedRecord parked = awaitParked(reference);
    assertThat(parked.getValue()).isEqualTo(ByteBuffer.wrap(text));
    assertThat(parked.getTopic()).isEqualTo(SESSION_CLOSED.topicName());
    assertThatItGoesOn();
  }

  @Test
  void parksASchemaThatNobodyKnowsAndTheRestGoesOn() {
    byte[] bytes = probe.bytesOf(SESSION_CLOSED, Records.closed(reference, 2340));
    ByteBuffer.wrap(bytes).putInt(1, 987_654);
    probe.publishBytes(SESSION_CLOSED, reference.getBytes(UTF_8), bytes, Map.of());
    probe.publish(SESSION_CLOSED, reference, Records.closed(reference, 2340));
    assertThat(awaitParked(reference).getError()).contains("987654");
    assertThatItGoesOn();
  }

  @Test
  void parksAKeyThatIsNotAUuid() {
    String key = "charger-12-" + reference;
    probe.publish(SESSION_CLOSED, key, Records.closed(key, 2340));
    assertThat(awaitParked(key).getError()).startsWith("key: " + key).contains("send the");
  }

  @Test
  void parksAStopBeforeTheStartAndTheRestGoesOn() {
    SessionClosed closed = Records.closed(reference, 2340);
    probe.publish(
        SESSION_CLOSED,
        reference,
        Records.closing(reference, 2340)
            .setStoppedAt(closed.getStartedAt().minusSeconds(1))
            .build());
    probe.publish(SESSION_CLOSED, reference, closed);
    assertThat(awaitParked(reference).getError()).startsWith("stoppedAt: ").contains("startedAt");
    assertThatItGoesOn();
  }

  @Test
  void parksOneCloseTooManyOfAPaymentAndTheRestGoesOn() {
    for (int revision = 1; revision <= 41; revision++) {
      SessionClosed closed = Records.closing(reference, 2340).setRevision(revision).build();
      probe.publish(SESSION_CLOSED, reference, closed);
    }
    assertThat(awaitParked(reference).getError())
        .startsWith("revision: 40 closes")
        .contains("look at the payment");
    given()
        .get("/settlements/{reference}", reference)
        .then()
        .statusCode(200)
        .body("sessionRevision", equalTo(40));
  }

  @Test
  void parksWhatTheBooksContradictAndTheRestGoesOn() throws SQLException {
    String other = UUID.randomUUID().toString();
    probe.publish(AUTHORIZATIONS, reference, Records.held(reference, 5000));
    assertThatItGoesOn();
    new Books(Records.CPO)
        .book(
            Books.Entry.of(reference, JournalEntry.Cause.SESSION_BILLED, Instant.now()),
            "DEBIT RECEIVABLE_FROM_CARD_HOLDER 100 EUR",
            "CREDIT CHARGING_REVENUE 100 EUR");
    probe.publish(SESSION_CLOSED, reference, Records.closed(reference, 2340));
    probe.publish(AUTHORIZATIONS, other, Records.held(other, 5000));
    probe.publish(SESSION_CLOSED, other, Records.closed(other, 2340));

    assertThat(awaitParked(reference).getError())
        .startsWith("SESSION_BILLED 1 of payment " + reference)
        .contains("EUR 1.00", "EUR 23.40");
    given().get("/settlements/{of}", reference).then().body("status", equalTo("AWAITING_SESSION"));
    probe.await(
        SETTLEMENTS,
        SettlementChanged.class,
        other,
        said -> said.stream().anyMatch(one -> one.value().getStatus() == SettlementStatus.DECIDED));
  }

  @Test
  void parksATimeThatNoClockHasShown() {
    SessionClosed.Builder closing = Records.closing(reference, 10);
    var milliseconds = Instant.ofEpochSecond(1_764_000, 0);
    probe.publish(
        SESSION_CLOSED,
        reference,
        closing.setStartedAt(milliseconds).setStoppedAt(milliseconds).build());
    assertThat(awaitParked(reference).getError())
        .startsWith("startedAt")
        .contains("1970-01-21", "send microseconds since 1970");
  }

  @ParameterizedTest
  @CsvSource({
    "/settlements/12, reference",
    "/settlements/not-a-uuid-but-thirty-six-characters, reference",
    "/days, cpo",
    "/days?cpo=%00, cpo",
    "/journal?cpo=%00, cpo",
    "/settlements?session=%00, session",
    "/shortfall?cpo=a%00, cpo",
    "/journal?reference=x, reference",
    "/settlements?status=DONE, status",
    "/settlements?outcome=GOOD, outcome",
    "/settlements?after=x, after",
    "/settlements?count=maybe, count",
    "/settlements?size=0, size",
    "/settlements?size=501, size",
    "/settlements?from=yesterday, from",
    "/settlements?to=1969-12-31T23:00:00Z, to",
    "/settlements?currency=euro, currency",
    "/settlements?shortfall=closed, shortfall",
    "/settlements/export?status=DONE, status",
    "/journal?from=2026-05-04T12:00:00Z, from",
    "/journal?to=1969-12-31, to",
    "/journal?currency=eur, currency",
    "/journal?cause=LUCK, cause",
    "/journal?outcome=GOOD, outcome",
    "/journal?size=501, size",
    "/journal?after=x, after",
    "/journal?after=019ac2b4-6a3c-7d20-9c52-3f6a1be0c111, after",
    "/reports?after=019ac2b4-6a3c-7d20-9c52-3f6a1be0c111, after",
    "/journal?reference=1-1-1-1-1, reference",
    "/journal/export?from=yesterday, from",
    "/journal/export?separator=PIPE, separator",
    "/settlements/export?byteOrderMark=maybe, byteOrderMark",
    "/chargebacks?stage=LATE, stage",
    "/chargebacks?after=x, after",
    "/accounts?after=x, after",
    "/trial-balance?from=2026-02-30, from",
    "/trial-balance?to=tomorrow, to",
    "/trial-balance?currency=X, currency",
    "/shortfall?currency=X, currency",
    "/totals?by=week, by",
    "/totals?after=yesterday~EUR~cpo, after",
    "/trial-balance?after=EUR~A, after",
    "/shortfall?after=old~EUR~cpo, after",
    "/reports?after=1, after",
    "/movements?after=1, after",
    "/movements?unreported=week, unreported",
    "/totals?from=yesterday, from",
    "/totals?to=1969-12-31T23:00:00Z, to"
  })
  void answersWithTheFieldAndTheRemedy(String path, String field) {
    given()
        .urlEncodingEnabled(false)
        .get(path)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("field", equalTo(field))
        .body("remedy", not(blankOrNullString()));
  }

  @Test
  void saysWhenAReferenceIsUnknown() {
    when()
        .get("/settlements/{reference}", reference)
        .then()
        .statusCode(404)
        .contentType("application/problem+json")
        .body("detail", containsString(reference));
  }

  private ParkedRecord awaitParked(String key) {
    return probe
        .await(PARKED, ParkedRecord.class, key, parked -> !parked.isEmpty())
        .getFirst()
        .value();
  }

  private void assertThatItGoesOn() {
    probe.await(SETTLEMENTS, SettlementChanged.class, reference, said -> !said.isEmpty());
  }
}
