package dev.holdfast.settlement;

import static dev.holdfast.contracts.Topic.AUTHORIZATIONS;
import static dev.holdfast.contracts.Topic.JOURNAL;
import static dev.holdfast.contracts.Topic.PARKED;
import static dev.holdfast.contracts.Topic.SESSION_CLOSED;
import static dev.holdfast.contracts.Topic.SESSION_STARTED;
import static dev.holdfast.contracts.Topic.SETTLEMENTS;
import static dev.holdfast.settlement.Records.euro;
import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import dev.holdfast.events.AttemptKind;
import dev.holdfast.events.AuthorizationStatus;
import dev.holdfast.events.JournalCause;
import dev.holdfast.events.JournalEntryPosted;
import dev.holdfast.events.Method;
import dev.holdfast.events.ParkedRecord;
import dev.holdfast.events.Rung;
import dev.holdfast.events.SettlementChanged;
import dev.holdfast.events.SettlementOutcome;
import dev.holdfast.events.SettlementStatus;
import dev.holdfast.events.Side;
import dev.holdfast.testkit.Published;
import dev.holdfast.testkit.Stack;
import dev.holdfast.testkit.TopicProbe;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Stack.class, scope = TestResourceScope.GLOBAL)
class SettlementIT implements SoundBooks {
  private final TopicProbe probe = TopicProbe.ofApplication();
  private final String reference = UUID.randomUUID().toString();

  @AfterEach
  void close() {
    probe.close();
  }

  @Test
  void decidesWhenTheSessionIsClosedAndSettlesAndBooksWhenItIsCaptured() {
    probe.publish(AUTHORIZATIONS, reference, Records.held(reference, 5000));
    probe.publish(SESSION_STARTED, reference, Records.started(reference));
    probe.publish(SESSION_CLOSED, reference, Records.closed(reference, 2340));
    SettlementChanged decided = awaitStatus(SettlementStatus.DECIDED);
    assertThat(decided.getPlan()).containsExactly(new Rung(Method.CAPTURE, euro(2340)));
    assertThat(decided.getCaptured()).isNull();

    probe.publish(
        AUTHORIZATIONS, reference, Records.captured(reference, 5000, AttemptKind.CAPTURE, 2340));
    SettlementChanged settled = awaitStatus(SettlementStatus.SETTLED);
    assertThat(settled.getOutcome()).isEqualTo(SettlementOutcome.FULL);
    assertThat(settled.getCaptured()).isEqualTo(euro(2340));
    assertThat(settled.getReleased()).isEqualTo(euro(2660));
    assertThat(settled.getShortfall()).isEqualTo(euro(0));
    assertThat(versions()).startsWith(1L).doesNotHaveDuplicates().isSorted();

    List<JournalEntryPosted> entries = awaitEntries(2);
    assertThat(entries)
        .extracting(JournalEntryPosted::getCause)
        .containsExactly(JournalCause.SESSION_BILLED, JournalCause.CAPTURED);
    assertThat(entries).allSatisfy(entry -> assertThat(debitsLessCredits(entry)).isZero());
    when()
        .get("/settlements/{reference}", reference)
        .then()
        .statusCode(200)
        .body("status", equalTo("SETTLED"))
        .body("captured.minorUnits", equalTo(2340))
        .body("journal", hasSize(2))
        .body("journal.lines.flatten().amount.currency", everyItem(equalTo("EUR")));
    given().param("reference", reference).get("/journal").then().body("items", hasSize(2));
  }

  @Test
  void takesThreeDuplicatesAsOne() {
    probe.publish(AUTHORIZATIONS, reference, Records.held(reference, 5000));
    for (int i = 0; i < 3; i++) {
      probe.publish(SESSION_CLOSED, reference, Records.closed(reference, 6000));
    }
    awaitStatus(SettlementStatus.DECIDED);
    for (int i = 0; i < 3; i++) {
      probe.publish(
          AUTHORIZATIONS, reference, Records.captured(reference, 5000, AttemptKind.HOLD, 5000));
    }
    assertThat(awaitStatus(SettlementStatus.SETTLED).getShortfall()).isEqualTo(euro(1000));
    probe.publish(SESSION_CLOSED, reference, Records.closed(reference, 6000));
    awaitAllHeard();
    assertThat(versions()).containsExactly(1L, 2L, 3L);
    assertThat(awaitEntries(3))
        .extracting(JournalEntryPosted::getEntryId)
        .doesNotHaveDuplicates()
        .hasSize(3);
  }

  @Test
  void joinsASessionThatClosedBeforeItsHoldIsKnown() {
    probe.publish(SESSION_CLOSED, reference, Records.closed(reference, 6000));
    assertThat(awaitStatus(SettlementStatus.AWAITING_HOLD).getCpoId()).isNull();
    probe.publish(AUTHORIZATIONS, reference, Records.held(reference, 5000));
    assertThat(awaitStatus(SettlementStatus.DECIDED).getPlan())
        .containsExactly(new Rung(Method.CAPTURE, euro(5000)));
  }

  @Test
  void settlesACardThatWasDeclinedWithNothing() {
    probe.publish(AUTHORIZATIONS, reference, Records.declined(reference));
    SettlementChanged settled = awaitStatus(SettlementStatus.SETTLED);
    assertThat(settled.getOutcome()).isEqualTo(SettlementOutcome.NOTHING_DUE);
    assertThat(settled.getReason()).isEqualTo("insufficient funds");
    when().get("/settlements/{reference}", reference).then().body("journal", hasSize(0));
  }

  @Test
  void listsWhatIsAskedForAndKeepsTheInvariants() {
    probe.publish(AUTHORIZATIONS, reference, Records.held(reference, 5000));
    awaitStatus(SettlementStatus.AWAITING_SESSION);
    given()
        .param("status", "AWAITING_SESSION")
        .param("cpo", Records.CPO)
        .param("size", 500)
        .get("/settlements")
        .then()
        .statusCode(200)
        .body("items.status", everyItem(equalTo("AWAITING_SESSION")))
        .body("items.reference", hasItem(reference));
    given().param("outcome", "FAILED").get("/settlements").then().body("items", hasSize(0));
    when()
        .post("/settlements/invariants")
        .then()
        .statusCode(200)
        .body("items.rows", everyItem(equalTo(0)))
        .body("items.invariant", hasItem("captured-once"));
  }

  @Test
  void findsThePaymentOfASession() {
    var closed = Records.closed(reference, 2340);
    probe.publish(SESSION_CLOSED, reference, closed);
    awaitStatus(SettlementStatus.AWAITING_HOLD);

    given()
        .param("session", closed.getSessionId())
        .get("/settlements")
        .then()
        .body("items.sessionId", everyItem(equalTo(closed.getSessionId())))
        .body("items.reference", hasItem(reference));
    given()
        .param("session", "no-such-session")
        .get("/settlements")
        .then()
        .body("items", hasSize(0));
  }

  private SettlementChanged awaitStatus(SettlementStatus status) {
    return probe
        .await(
            SETTLEMENTS,
            SettlementChanged.class,
            reference,
            said -> said.stream().anyMatch(one -> one.value().getStatus() == status))
        .getLast()
        .value();
  }

  /** A key's records are read in order: when a bad one at the end is parked, all are heard. */
  private void awaitAllHeard() {
    var never = Instant.EPOCH;
    probe.publish(
        SESSION_CLOSED, reference, Records.closing(reference, 1).setStoppedAt(never).build());
    probe.publish(
        AUTHORIZATIONS,
        reference,
        Records.authorization(reference, -1, 9, AuthorizationStatus.HELD).build());
    probe.await(PARKED, ParkedRecord.class, reference, parked -> parked.size() == 2);
  }

  private List<Long> versions() {
    return probe.read(SETTLEMENTS, SettlementChanged.class, reference).stream()
        .map(said -> said.value().getVersion())
        .toList();
  }

  private List<JournalEntryPosted> awaitEntries(int count) {
    return probe
        .await(JOURNAL, JournalEntryPosted.class, reference, said -> said.size() >= count)
        .stream()
        .map(Published::value)
        .toList();
  }

  private static long debitsLessCredits(JournalEntryPosted entry) {
    return entry.getLines().stream()
        .mapToLong(line ->
            line.getSide() == Side.DEBIT
                ? line.getAmount().getMinorUnits()
                : -line.getAmount().getMinorUnits())
        .sum();
  }
}
