package dev.holdfast.authorization.core;

import static dev.holdfast.authorization.core.Samples.DEADLINE;
import static dev.holdfast.authorization.core.Samples.NOW;
import static dev.holdfast.authorization.core.Samples.after;
import static dev.holdfast.authorization.core.Samples.changed;
import static dev.holdfast.authorization.core.Samples.decide;
import static dev.holdfast.authorization.core.Samples.eur;
import static dev.holdfast.authorization.core.Samples.rung;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.authorization.core.Authorization.Captured;
import dev.holdfast.authorization.core.Authorization.Capturing;
import dev.holdfast.authorization.core.Authorization.Declined;
import dev.holdfast.authorization.core.Authorization.GivingUp;
import dev.holdfast.authorization.core.Authorization.Held;
import dev.holdfast.authorization.core.Authorization.Releasing;
import dev.holdfast.authorization.core.Command.Answered;
import dev.holdfast.authorization.core.Command.CardRead;
import dev.holdfast.authorization.core.Command.Disarmed;
import dev.holdfast.authorization.core.Decision.Ignored;
import dev.holdfast.authorization.core.attempt.Answer;
import dev.holdfast.authorization.core.attempt.Attempt;
import dev.holdfast.authorization.core.attempt.DeclineKind;
import dev.holdfast.authorization.core.attempt.Kind;
import dev.holdfast.authorization.core.attempt.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** No hold is left behind, no terminal stays busy, and what the gateway moved is booked. */
class LeftBehindTest {
  private static final Instant GONE = DEADLINE.plus(Samples.TIMETABLE.grace());
  private static final Duration SETTLE = Samples.TIMETABLE.settle();

  @Test
  void aLookUpThatFindsNothingIsCertainOnlyWhenNoCallCanBeUnderWay() {
    var unknown = after(Samples.authorizing(), Samples.unknown(1));

    var early = changed(decide(unknown, Samples.notActed(1), NOW.plus(SETTLE).minusMillis(1)));
    assertThat(outcome(early.next())).isEqualTo(Outcome.UNKNOWN);
    // Whoever made the call may have died in the middle of it.
    assertThat(outcome(after(Samples.authorizing(), Samples.notActed(1))))
        .isEqualTo(Outcome.UNKNOWN);
    assertThat(outcome(after(Samples.refunding(), Samples.notActed(3)))).isEqualTo(Outcome.UNKNOWN);
    assertThat(outcome(after(Samples.capturing(), Samples.notActed(2)))).isEqualTo(Outcome.SENT);

    var refund = after(Samples.refunding(), Samples.unknown(3));
    var sent = changed(decide(refund, Samples.notActed(3), NOW.plus(SETTLE))).next();
    assertThat(outcome(sent)).isEqualTo(Outcome.SENT);
    assertThat(sent.history().open().orElseThrow().unknownSince()).isNull();
  }

  @Test
  void aTerminalIsFreeWhenItsDriversTimeIsOver() {
    for (var waiting : List.of(Samples.awaitingCard(), Samples.authorizing(), Samples.givingUp())) {
      assertThat(waiting.isTerminalBusy()).isTrue();
      assertThat(decide(waiting, Samples.LAPSE, GONE.minusMillis(1))).isInstanceOf(Ignored.class);
    }
    var declined = changed(decide(Samples.authorizing(), Samples.LAPSE, GONE));
    assertThat(declined.change()).isEqualTo(Change.DECLINED);
    assertThat(((Declined) declined.next()).kind()).isEqualTo(DeclineKind.ISSUER_DOWN);
    assertThat(outcome(declined.next())).isEqualTo(Outcome.UNKNOWN);
    var freed = changed(decide(Samples.givingUp(), Samples.LAPSE, GONE)).next();
    assertThat(freed.history().attention()).contains("terminal");
    for (var gone : List.of(declined.next(), freed)) {
      assertThat(gone.isTerminalBusy()).isFalse();
      assertThat(decide(gone, Samples.LAPSE, GONE)).isInstanceOf(Ignored.class);
    }
    assertThat(after(freed, new Disarmed()).history().attention()).isNull();
    assertThat(decide(Samples.awaitingCard(), Samples.LAPSE, GONE))
        .isInstanceOfSatisfying(
            Decision.Prepared.class,
            prepared -> assertThat(prepared.next()).isInstanceOf(GivingUp.class));
  }

  @Test
  void aCardThatIsReadWhileGivingUpIsNobodys() {
    assertThat(decide(Samples.givingUp(), new CardRead(Samples.CARD), NOW))
        .isInstanceOf(Ignored.class);
    assertThat(decide(Samples.givingUp(), Samples.ladder(1), NOW))
        .isEqualTo(new Decision.Refused(Refusal.NO_HOLD));
  }

  @Test
  void whatIsApprovedAfterTheDriversTimeIsGivenBack() {
    assertThat(
            changed(decide(Samples.authorizing(), Samples.approved(1, 50), GONE.minusMillis(1)))
                .next())
        .isInstanceOf(Held.class);
    for (var state : List.of(Samples.authorizing(), Samples.watched())) {
      var late = changed(decide(state, Samples.approved(1, 50), GONE));
      assertThat(late.change()).isEqualTo(Change.RELEASE_STARTED);
      assertThat(((Releasing) late.next()).hold().authorized()).isEqualTo(eur(50));
      assertThat(late.next().history().open().orElseThrow().kind()).isEqualTo(Kind.RELEASE);
    }
  }

  @Test
  void aWatchEndsWithACertainAnswerOrWithItsTime() {
    var watched = Samples.watched();
    assertThat(outcome(after(watched, Samples.notActed(1)))).isEqualTo(Outcome.UNKNOWN);
    for (var end : List.of(Samples.refused(1), Samples.approved(1, 0), rejected(1))) {
      var over = changed(decide(watched, end, NOW));
      assertThat(over.change()).isEqualTo(Change.ATTEMPT_ANSWERED);
      assertThat(over.next()).isInstanceOf(Declined.class);
      assertThat(over.next().history().open()).isEmpty();
    }
    var last = NOW.plus(Samples.TIMETABLE.watch()).plusSeconds(1);
    assertThat(changed(decide(watched, Samples.notActed(1), last)).next().history().open())
        .isEmpty();
    var unheard = changed(decide(watched, Samples.unknown(1), last));
    assertThat(unheard.change()).isEqualTo(Change.ATTENTION);
    assertThat(unheard.next().history().attention()).contains("AUTHORIZE");
  }

  @Test
  void noHoldIsAskedForAfterTheDriversTime() {
    var state = Samples.authorizing();
    assertThat(Agenda.now(Work.SEND, state, DEADLINE.minusMillis(1))).isEqualTo(Work.SEND);
    assertThat(Agenda.now(Work.SEND, state, DEADLINE)).isEqualTo(Work.LOOK_UP);
    assertThat(Agenda.now(Work.LOOK_UP, state, DEADLINE)).isEqualTo(Work.LOOK_UP);
    assertThat(Agenda.now(Work.SEND, Samples.capturing(), DEADLINE)).isEqualTo(Work.SEND);
  }

  @Test
  void whatTheGatewayTookIsBookedWhateverWasAsked() {
    for (var state : List.of(Samples.releasing(), Samples.captureFailed(), Samples.expired())) {
      var number = state.history().attempts().size();
      var moved = changed(decide(state, taken(number, 20), NOW));
      var captured = (Captured) moved.next();
      assertThat(moved.change()).isEqualTo(Change.CAPTURED);
      assertThat(captured.captured()).isEqualTo(eur(20));
      assertThat(captured.refunded()).isEqualTo(eur(0));
      assertThat(captured.history().attention()).contains("EUR 20.00", "RELEASE");
      assertThat(captured.history().attempts().getLast())
          .extracting(Attempt::kind, Attempt::amount, Attempt::outcome, Attempt::gatewayReference)
          .containsExactly(Kind.CAPTURE, eur(20), Outcome.APPROVED, "movement");
    }
    var above = (Captured) after(Samples.releasing(), taken(2, 60));
    assertThat(above.history().attempts().getLast().kind()).isEqualTo(Kind.WHOLE);
    var unheld = (Captured) after(Samples.authorizing(), taken(1, 20));
    assertThat(unheld.hold().authorized()).isEqualTo(eur(20));
    assertThat(((Captured) after(Samples.watched(), taken(1, 20))).captured()).isEqualTo(eur(20));
    assertThat(((Captured) after(Samples.capturing(), taken(2, 20))).captured()).isEqualTo(eur(20));
    assertThat(outcome(after(Samples.refunding(), taken(3, 20)))).isEqualTo(Outcome.UNKNOWN);
  }

  @Test
  void noFaultOfTheAccountGivesAHoldAway() {
    var second = (Capturing) after(Samples.capturing(), rejected(2));
    assertThat(second.rungsLeft()).hasSize(1);
    var last = after(Samples.held(), Samples.capture(3, rung(Kind.HOLD, 50)));
    var kept = changed(decide(last, rejected(2), NOW));
    assertThat(kept.next()).isInstanceOf(Capturing.class);
    assertThat(kept.change()).isEqualTo(Change.ATTENTION);
    assertThat(outcome(kept.next())).isEqualTo(Outcome.UNKNOWN);
    assertThat(changed(decide(kept.next(), rejected(2), NOW)).change())
        .isEqualTo(Change.ATTEMPT_ANSWERED);
    var taken = after(kept.next(), Samples.approved(2, 50));
    assertThat(taken.history().attention()).isNull();
    assertThat(outcome(after(Samples.releasing(), rejected(2)))).isEqualTo(Outcome.UNKNOWN);
    assertThat(after(Samples.authorizing(), rejected(1))).isInstanceOf(Declined.class);
    assertThat(after(Samples.refunding(), rejected(3)).history().attention()).contains("refund");
  }

  @Test
  void aHoldMustBeOfUseAndOneAboveIsShown() {
    var rules = new Rules(Samples.TIMETABLE, Map.of("CPO-1", 80));
    var little = Lifecycle.decide(Samples.authorizing(), Samples.approved(1, 39), rules, NOW);
    assertThat(changed(little).next()).isInstanceOf(Releasing.class);
    var enough = Lifecycle.decide(Samples.authorizing(), Samples.approved(1, 40), rules, NOW);
    assertThat(changed(enough).next()).isInstanceOf(Held.class);
    assertThat(after(Samples.authorizing(), Samples.approved(1, 1))).isInstanceOf(Held.class);

    var above = after(Samples.authorizing(), Samples.approved(1, 51));
    assertThat(above.history().attention()).contains("held EUR 51.00, asked for EUR 50.00");
    assertThat(after(Samples.authorizing(), Samples.approved(1, 50)).history().attention())
        .isNull();
  }

  private static Outcome outcome(Authorization state) {
    return state.history().last().orElseThrow().outcome();
  }

  private static Command rejected(int attempt) {
    return new Answered(attempt, new Answer.Rejected("api_error"));
  }

  private static Command taken(int attempt, long euros) {
    return new Answered(attempt, new Answer.Taken("movement", eur(euros)));
  }
}
