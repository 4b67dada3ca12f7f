package dev.holdfast.settlement;

import static dev.holdfast.contracts.Topic.AUTHORIZATIONS;
import static dev.holdfast.contracts.Topic.PARKED;
import static dev.holdfast.contracts.Topic.SESSION_CLOSED;
import static dev.holdfast.contracts.Topic.SESSION_STARTED;
import static dev.holdfast.events.AuthorizationChange.ATTEMPT_ANSWERED;
import static dev.holdfast.events.AuthorizationChange.CAPTURED;
import static dev.holdfast.events.AuthorizationChange.HELD;
import static dev.holdfast.events.AuthorizationChange.REQUESTED;
import static dev.holdfast.settlement.Records.euro;
import static io.restassured.RestAssured.when;
import static java.util.Comparator.comparing;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.holdfast.contracts.Topic;
import dev.holdfast.events.Attempt;
import dev.holdfast.events.AttemptKind;
import dev.holdfast.events.AttemptOutcome;
import dev.holdfast.events.AuthorizationChange;
import dev.holdfast.events.AuthorizationStatus;
import dev.holdfast.events.ParkedRecord;
import dev.holdfast.testkit.Stack;
import dev.holdfast.testkit.TopicProbe;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A payment whose session costs more than its hold, told from the tap to the ledger. */
@QuarkusTest
@WithTestResource(value = Stack.class, scope = TestResourceScope.GLOBAL)
class TrailIT implements SoundBooks {
  private static final Instant TAP = Instant.parse("2026-11-22T10:59:00Z");
  private static final Attempt HOLD = attempt(1, AttemptKind.AUTHORIZE, 5000, 10, "APPROVED", null);
  private static final Attempt SILENT =
      attempt(2, AttemptKind.WHOLE, 6000, 4000, "UNKNOWN", "no answer in time");
  private static final Attempt REFUSED =
      attempt(2, AttemptKind.WHOLE, 6000, 4000, "REFUSED", "do not honour");
  private static final Attempt TAKEN = attempt(3, AttemptKind.HOLD, 5000, 4100, "APPROVED", null);

  private final TopicProbe probe = TopicProbe.ofApplication();
  private final String reference = Records.referenceOf(TAP);

  /** A record for a topic. */
  private record Fact(Topic topic, SpecificRecord value) {}

  @AfterEach
  void close() {
    probe.close();
  }

  @Test
  void tellsEveryStepOnceInTheOrderOfTimeHoweverItWasHeard() {
    var facts = new ArrayList<Fact>(facts());
    Collections.reverse(facts);
    facts.forEach(this::publish);

    JsonPath told = awaitSettledSession();
    List<String> sentences = told.getList("trail.sentence");
    assertThat(sentences)
        .containsSubsequence(
            "A hold of 50.00 EUR was asked for at terminal P6820211200171.",
            "The bank approved a hold of 50.00 EUR.",
            "The bank holds 50.00 EUR.",
            "Session session-of-" + reference + " began.",
            "Session session-of-"
                + reference
                + " ended and costs 60.00 EUR for 41000 Wh until "
                + Records.closed(reference, 6000).getStoppedAt()
                + ".",
            "The bank refused a capture of the whole 60.00 EUR: do not honour.",
            "The bank approved a capture of the hold, 50.00 EUR.",
            "50.00 EUR was taken, and 0.00 EUR given back.")
        .containsSubsequence(
            "The bank refused 60.00 EUR; the hold of 50.00 EUR was taken; 10.00 EUR is open.",
            "Booked shortfall: debit overage receivable 10.00 EUR, credit receivable from card"
                + " holder 10.00 EUR.");
    // Two steps may say the same: the money was taken, the session began, its price is awaited.
    assertThat(told.getList("trail.collect { it.at + ' ' + it.sentence }")).doesNotHaveDuplicates();
    assertThat(told.getList("trail.at", String.class))
        .isSortedAccordingTo(comparing(Instant::parse));
    assertThat(told.getList("trail.findAll { it.kind == 'BOOKED' }"))
        .hasSameSizeAs(told.getList("journal"));

    facts.forEach(this::publish);
    awaitAllHeard();
    assertThat(told().getList("trail.sentence")).isEqualTo(sentences);
  }

  /** A key's records are read in order: when a bad one at the end is parked, all are heard. */
  private void awaitAllHeard() {
    SpecificRecord stopBeforeStart =
        Records.closing(reference, 1).setStoppedAt(Instant.EPOCH).build();
    probe.publish(SESSION_CLOSED, reference, stopBeforeStart);
    SpecificRecord negative =
        Records.authorization(reference, -1, 9, AuthorizationStatus.HELD).build();
    probe.publish(AUTHORIZATIONS, reference, negative);
    probe.await(PARKED, ParkedRecord.class, reference, parked -> parked.size() == 2);
  }

  private List<Fact> facts() {
    return List.of(
        said(1, AuthorizationStatus.AWAITING_CARD, REQUESTED, 0),
        said(3, AuthorizationStatus.HELD, HELD, 20, HOLD),
        new Fact(SESSION_STARTED, Records.started(reference)),
        new Fact(SESSION_CLOSED, Records.closed(reference, 6000)),
        said(4, AuthorizationStatus.CAPTURING, ATTEMPT_ANSWERED, 4001, HOLD, SILENT),
        said(5, AuthorizationStatus.CAPTURING, ATTEMPT_ANSWERED, 4060, HOLD, REFUSED),
        said(6, AuthorizationStatus.CAPTURED, CAPTURED, 4101, HOLD, REFUSED, TAKEN));
  }

  private Fact said(
      long version,
      AuthorizationStatus status,
      AuthorizationChange change,
      long secondsAfterTap,
      Attempt... attempts) {
    boolean captured = status == AuthorizationStatus.CAPTURED;
    return new Fact(
        AUTHORIZATIONS,
        Records.authorization(reference, version == 1 ? 0 : 5000, version, status)
            .setChange(change)
            .setOccurredAt(TAP.plusSeconds(secondsAfterTap))
            .setCaptured(euro(captured ? 5000 : 0))
            .setAttempts(List.of(attempts))
            .build());
  }

  private void publish(Fact fact) {
    probe.publish(fact.topic(), reference, fact.value());
  }

  /** Topics are read side by side: of the session's beginning it may be heard last. */
  private JsonPath awaitSettledSession() {
    await()
        .atMost(30, SECONDS)
        .until(() ->
            "SETTLED".equals(told().getString("status"))
                && told().getList("trail.kind").contains("SESSION_STARTED"));
    return told();
  }

  private JsonPath told() {
    return when().get("/settlements/{reference}", reference).jsonPath();
  }

  private static Attempt attempt(
      int number,
      AttemptKind kind,
      long cents,
      long secondsAfterTap,
      String outcome,
      @Nullable String reason) {
    return new Attempt(
        number,
        kind,
        euro(cents),
        AttemptOutcome.valueOf(outcome),
        "gateway-" + number,
        reason,
        TAP.plusSeconds(secondsAfterTap),
        null);
  }
}
