package dev.holdfast.settlement.core.trail;

import static dev.holdfast.settlement.core.Given.agreed;
import static dev.holdfast.settlement.core.Given.captured;
import static dev.holdfast.settlement.core.Given.close;
import static dev.holdfast.settlement.core.Given.ended;
import static dev.holdfast.settlement.core.Given.hears;
import static dev.holdfast.settlement.core.Given.held;
import static dev.holdfast.settlement.core.Given.heldWithOverCommit;
import static dev.holdfast.settlement.core.Given.refunded;
import static dev.holdfast.settlement.core.Given.starts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.settlement.core.Command;
import dev.holdfast.settlement.core.Given;
import dev.holdfast.settlement.core.Run;
import dev.holdfast.settlement.core.journal.JournalEntry;
import dev.holdfast.settlement.core.payment.Hold;
import dev.holdfast.settlement.core.payment.Method;
import dev.holdfast.settlement.core.payment.Reference;
import dev.holdfast.settlement.core.payment.Resolution;
import dev.holdfast.settlement.core.payment.Settlement;
import dev.holdfast.settlement.core.trail.TrailStep.Kind;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TrailTest {
  private static final Hold CAPTURED = captured("50.00", Method.CAPTURE, "23.40");
  private static final Hold HOLD_TAKEN = captured("50.00", Method.HOLD, "50.00");

  /** What is known, and how its newest version is told. */
  private static final Command WRITES_OFF =
      new Command.Resolved(
          Given.REFERENCE,
          Resolution.Choice.WRITE_OFF,
          null,
          new Resolution.Word("Ann", "nobody pays it", Given.NOON));

  record Row(Kind kind, String sentence, List<Command> known) {}

  static List<Row> versions() {
    return List.of(
        told(
            Kind.AWAITING_SESSION,
            "50.00 EUR is held; the session has not ended yet.",
            hears(held("50.00"))),
        told(
            Kind.AWAITING_SESSION,
            "23.40 EUR was taken for a session that is not known yet.",
            hears(CAPTURED)),
        told(
            Kind.AWAITING_HOLD,
            "The session waits for its hold, not known yet.",
            starts(Given.SESSION)),
        told(
            Kind.DECIDED, "To do: take 23.40 EUR.", hears(held("50.00")), hears(close(1, "23.40"))),
        told(
            Kind.DECIDED,
            "To do: give the hold of 50.00 EUR back.",
            hears(held("50.00")),
            hears(close(1, "0.00"))),
        told(
            Kind.DECIDED,
            "No session began in time; to do: give the hold of 50.00 EUR back.",
            hears(held("50.00")),
            new Command.Overdue(Given.REFERENCE)),
        told(
            Kind.DECIDED,
            "To do: take 60.00 EUR by over-commit; where the bank refuses that, take the whole"
                + " 60.00 EUR; where the bank refuses that, take the hold of 50.00 EUR.",
            hears(agreed(heldWithOverCommit("50.00"))),
            hears(close(1, "60.00"))),
        told(
            Kind.CORRECTING,
            "More was taken than the session costs now: pay 3.40 EUR back.",
            hears(CAPTURED),
            hears(close(1, "23.40")),
            hears(close(2, "20.00"))),
        told(
            Kind.ATTENTION,
            "A person must look at it: conflicting close.",
            hears(close(1, "23.40")),
            hears(close(1, "23.50"))));
  }

  static List<Row> ends() {
    return List.of(
        told(
            Kind.SETTLED,
            "The whole 20.00 EUR was taken.",
            hears(refunded(CAPTURED, "3.40")),
            hears(close(1, "23.40")),
            hears(close(2, "20.00"))),
        told(
            Kind.SETTLED,
            "The whole 60.00 EUR was taken, 10.00 EUR above the hold.",
            hears(captured("50.00", Method.OVER_COMMIT, "60.00")),
            hears(close(1, "60.00"))),
        told(
            Kind.SETTLED,
            "The bank refused 60.00 EUR; the hold of 50.00 EUR was taken; 10.00 EUR is open.",
            hears(HOLD_TAKEN),
            hears(close(1, "60.00"))),
        told(
            Kind.SETTLED,
            "50.00 EUR was taken and kept; 5.00 EUR is open.",
            hears(HOLD_TAKEN),
            hears(close(1, "60.00")),
            hears(close(2, "55.00"))),
        told(
            Kind.SETTLED,
            "23.40 EUR was taken and kept; 6.60 EUR is open.",
            hears(CAPTURED),
            hears(close(1, "30.00"))),
        told(
            Kind.SETTLED,
            "23.40 EUR was taken and kept; 6.60 EUR is written off.",
            hears(CAPTURED),
            hears(close(1, "30.00")),
            WRITES_OFF),
        told(
            Kind.SETTLED,
            "23.40 EUR was taken and kept, 3.40 EUR more than it costs; a person gave the"
                + " difference up.",
            hears(CAPTURED),
            hears(close(1, "23.40")),
            hears(close(2, "20.00")),
            WRITES_OFF),
        told(Kind.SETTLED, "Nothing was to be taken.", hears(ended(Hold.Standing.DECLINED))),
        told(
            Kind.SETTLED,
            "No session began in time: 50.00 EUR was given back.",
            hears(ended(Hold.Standing.RELEASED))),
        told(
            Kind.SETTLED,
            "There was no hold any more: the whole 23.40 EUR is open.",
            hears(ended(Hold.Standing.EXPIRED)),
            hears(close(1, "23.40"))),
        told(
            Kind.SETTLED,
            "Every way to take it was refused: the whole 23.40 EUR is open.",
            hears(ended(Hold.Standing.CAPTURE_FAILED)),
            hears(close(1, "23.40"))));
  }

  @ParameterizedTest
  @MethodSource({"versions", "ends"})
  void tellsAVersionInASentence(Row told) {
    Settlement version = Run.of(told.known().toArray(Command[]::new)).settlement();

    TrailStep step = Trail.of(version, Given.NOON).getLast();

    assertThat(step.telling().sentence()).isEqualTo(told.sentence());
    assertThat(step.kind()).isEqualTo(told.kind());
    assertThat(step.at()).isEqualTo(Given.NOON);
  }

  @Test
  void givesTheAmountsAndTheOutcomeOfAnEnd() {
    Settlement settled = Run.of(hears(HOLD_TAKEN), hears(close(1, "60.00"))).settlement();

    TrailStep step = Trail.of(settled, Given.NOON).getLast();

    assertThat(step.amounts())
        .extracting(amount -> amount.name() + " " + TrailStep.text(amount.money()))
        .containsExactly(
            "total 60.00 EUR",
            "authorized 50.00 EUR",
            "captured 50.00 EUR",
            "released 0.00 EUR",
            "refunded 0.00 EUR",
            "shortfall 10.00 EUR");
    assertThat(step.telling().outcome()).isEqualTo("HOLD_ONLY");
    assertThat(step.telling().reason()).isNull();
  }

  @Test
  void givesThePlanOfADecision() {
    Settlement decided =
        Run.of(hears(agreed(held("50.00"))), hears(close(1, "60.00"))).settlement();

    assertThat(Trail.of(decided, Given.NOON).getLast().amounts())
        .extracting(amount -> amount.name() + " " + TrailStep.text(amount.money()))
        .containsExactly(
            "total 60.00 EUR", "authorized 50.00 EUR", "WHOLE 60.00 EUR", "HOLD 50.00 EUR");
  }

  @Test
  void tellsTheSessionAndEachCloseOnce() {
    var run = Run.of(hears(held("50.00")), starts(Given.SESSION), hears(close(1, "23.40")));
    run.hear(hears(close(1, "23.40")));
    run.hear(hears(close(2, "20.00")));

    assertThat(sentences(run))
        .startsWith(
            "Session session-1 began.",
            "Session session-1 ended and costs 23.40 EUR for 41000 Wh until 2026-11-22T12:00:00Z.",
            "Session session-1 was corrected and costs 20.00 EUR now, for 41000 Wh until 2026-11-22T12:00:00Z.");
    assertThat(Trail.of(run.settlement(), Given.NOON))
        .extracting(TrailStep::kind)
        .startsWith(Kind.SESSION_STARTED, Kind.SESSION_CLOSED, Kind.SESSION_CORRECTED)
        .hasSize(4);
    assertThat(Trail.of(run.settlement(), Given.NOON).get(1).at())
        .isEqualTo(Given.NOON.plusSeconds(5));
  }

  @Test
  void tellsAStartWithoutAClose() {
    var step = Trail.of(Run.of(starts(Given.SESSION)).settlement(), Given.NOON).getFirst();

    assertThat(step.at()).isEqualTo(Given.NOON.minusSeconds(3600));
    assertThat(step.telling().sentence()).isEqualTo("Session session-1 began.");
  }

  @Test
  void tellsACloseThatContradictsAndWhatAPersonDecidedButNotTheRevisionMadeOfIt() {
    var run = Run.of(hears(held("50.00")), hears(close(1, "23.40")), hears(close(1, "23.50")));
    run.hear(
        new Command.Resolved(
            Given.REFERENCE,
            Resolution.Choice.ACCEPT_SECOND,
            1,
            new Resolution.Word("Ann", "the meter was read again", Given.NOON)));

    assertThat(sentences(run))
        .containsExactly(
            "Session session-1 began.",
            "Session session-1 ended and costs 23.40 EUR for 41000 Wh until 2026-11-22T12:00:00Z.",
            "Session session-1 ended and costs 23.50 EUR for 41000 Wh until 2026-11-22T12:00:00Z.",
            "Ann decided to accept second: the meter was read again.",
            "To do: take 23.50 EUR.");
  }

  private static List<String> sentences(Run run) {
    return Trail.of(run.settlement(), Given.NOON).stream()
        .map(step -> step.telling().sentence())
        .toList();
  }

  @Test
  void tellsAnEntryOfTheJournalWithItsLines() {
    var run = Run.of(hears(HOLD_TAKEN), hears(close(1, "60.00")));
    JournalEntry billed =
        run.journal().stream()
            .filter(entry -> entry.name().cause() == JournalEntry.Cause.SESSION_BILLED)
            .findFirst()
            .orElseThrow();

    TrailStep booked = Trail.booked(billed, Given.NOON);

    assertThat(booked.telling().sentence())
        .isEqualTo(
            "Booked session billed: debit receivable from card holder 60.00 EUR, credit charging"
                + " revenue 59.00 EUR, credit tax payable 1.00 EUR.");
    assertThat(booked.amounts())
        .extracting(TrailStep.Amount::name)
        .containsExactly(
            "DEBIT RECEIVABLE_FROM_CARD_HOLDER", "CREDIT CHARGING_REVENUE", "CREDIT TAX_PAYABLE");
  }

  @Test
  void knowsTheTapsTimeFromItsReference() {
    assertThat(Given.REFERENCE.tappedAt().toEpochMilli()).isEqualTo(0x01934d3a7c00L);
    assertThat(new Reference(new UUID(0x01934d3a7c004000L, Long.MIN_VALUE)).tappedAt())
        .isEqualTo(java.time.Instant.EPOCH);
  }

  private static Row told(Kind kind, String sentence, Command... known) {
    return new Row(kind, sentence, List.of(known));
  }
}
