package dev.holdfast.authorization.core;

import static dev.holdfast.authorization.core.Samples.DEADLINE;
import static dev.holdfast.authorization.core.Samples.EXPIRY;
import static dev.holdfast.authorization.core.Samples.NOW;
import static dev.holdfast.authorization.core.Samples.after;
import static dev.holdfast.authorization.core.Samples.approved;
import static dev.holdfast.authorization.core.Samples.authorizing;
import static dev.holdfast.authorization.core.Samples.awaitingCard;
import static dev.holdfast.authorization.core.Samples.captureFailed;
import static dev.holdfast.authorization.core.Samples.captured;
import static dev.holdfast.authorization.core.Samples.capturing;
import static dev.holdfast.authorization.core.Samples.changed;
import static dev.holdfast.authorization.core.Samples.eur;
import static dev.holdfast.authorization.core.Samples.held;
import static dev.holdfast.authorization.core.Samples.ladder;
import static dev.holdfast.authorization.core.Samples.notActed;
import static dev.holdfast.authorization.core.Samples.refund;
import static dev.holdfast.authorization.core.Samples.refunding;
import static dev.holdfast.authorization.core.Samples.refused;
import static dev.holdfast.authorization.core.Samples.release;
import static dev.holdfast.authorization.core.Samples.releasing;
import static dev.holdfast.authorization.core.Samples.rung;
import static dev.holdfast.authorization.core.Samples.unknown;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.holdfast.authorization.core.Authorization.Captured;
import dev.holdfast.authorization.core.Authorization.Capturing;
import dev.holdfast.authorization.core.Authorization.Declined;
import dev.holdfast.authorization.core.Authorization.Held;
import dev.holdfast.authorization.core.Command.Cancel;
import dev.holdfast.authorization.core.Command.CardRead;
import dev.holdfast.authorization.core.Command.Disarmed;
import dev.holdfast.authorization.core.Command.NoCard;
import dev.holdfast.authorization.core.Decision.Ignored;
import dev.holdfast.authorization.core.Decision.Refused;
import dev.holdfast.authorization.core.attempt.Attempt;
import dev.holdfast.authorization.core.attempt.Kind;
import dev.holdfast.authorization.core.attempt.Outcome;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LifecycleTest {
  private static final Cancel CANCEL = new Cancel("not wanted");

  static Stream<Arguments> moves() {
    return Stream.of(
        Arguments.of(awaitingCard(), new CardRead(Samples.CARD), Change.CARD_READ, "Authorizing"),
        Arguments.of(Samples.givingUp(), new Disarmed(), Change.ABANDONED, "Abandoned"),
        Arguments.of(authorizing(), approved(1, 50), Change.HELD, "Held"),
        Arguments.of(authorizing(), approved(1, 0), Change.DECLINED, "Declined"),
        Arguments.of(authorizing(), refused(1), Change.DECLINED, "Declined"),
        Arguments.of(authorizing(), unknown(1), Change.ATTEMPT_ANSWERED, "Authorizing"),
        Arguments.of(authorizing(), notActed(1), Change.ATTEMPT_ANSWERED, "Authorizing"),
        Arguments.of(held(), ladder(1), Change.CAPTURE_STARTED, "Capturing"),
        Arguments.of(held(), release(1), Change.RELEASE_STARTED, "Releasing"),
        Arguments.of(held(), CANCEL, Change.RELEASE_STARTED, "Releasing"),
        Arguments.of(Samples.expiring(), ladder(1), Change.CAPTURE_STARTED, "Capturing"),
        Arguments.of(captureFailed(), approved(3, 50), Change.RELEASED, "Released"),
        Arguments.of(captureFailed(), refused(3), Change.ATTENTION, "Releasing"),
        Arguments.of(captureFailed(), unknown(3), Change.ATTEMPT_ANSWERED, "Releasing"),
        Arguments.of(captureFailed(), notActed(3), Change.ATTEMPT_ANSWERED, "Releasing"),
        Arguments.of(Samples.expired(), approved(2, 50), Change.ATTEMPT_ANSWERED, "Released"),
        Arguments.of(Samples.expired(), refused(2), Change.ATTENTION, "Releasing"),
        Arguments.of(held(), refund(1, 5), Change.ATTENTION, "Held"),
        Arguments.of(capturing(), approved(2, 60), Change.CAPTURED, "Captured"),
        Arguments.of(capturing(), refused(2), Change.ATTEMPT_ANSWERED, "Capturing"),
        Arguments.of(capturing(), unknown(2), Change.ATTEMPT_ANSWERED, "Capturing"),
        Arguments.of(capturing(), notActed(2), Change.ATTEMPT_ANSWERED, "Capturing"),
        Arguments.of(releasing(), approved(2, 50), Change.RELEASED, "Released"),
        Arguments.of(releasing(), refused(2), Change.ATTENTION, "Releasing"),
        Arguments.of(releasing(), unknown(2), Change.ATTEMPT_ANSWERED, "Releasing"),
        Arguments.of(releasing(), notActed(2), Change.ATTEMPT_ANSWERED, "Releasing"),
        Arguments.of(captured(), refund(4, 20), Change.REFUND_STARTED, "Refunding"),
        Arguments.of(captured(), refund(4, 21), Change.ATTENTION, "Captured"),
        Arguments.of(refunding(), approved(3, 5), Change.REFUNDED, "Captured"),
        Arguments.of(refunding(), refused(3), Change.ATTENTION, "Captured"),
        Arguments.of(refunding(), unknown(3), Change.ATTEMPT_ANSWERED, "Refunding"),
        Arguments.of(refunding(), notActed(3), Change.ATTEMPT_ANSWERED, "Refunding"));
  }

  @ParameterizedTest
  @MethodSource("moves")
  void moves(Authorization from, Command command, Change change, String to) {
    var moved = changed(Samples.decide(from, command, NOW));

    assertThat(moved.change()).isEqualTo(change);
    assertThat(moved.next().getClass().getSimpleName()).isEqualTo(to);
    assertThat(moved.next().history().version()).isEqualTo(from.history().version() + 1);
    assertThat(moved.next().tap()).isEqualTo(from.tap());
  }

  static Stream<Arguments> standstills() {
    return Stream.of(
        Arguments.of(awaitingCard(), List.of(approved(1, 50), Samples.LAPSE)),
        Arguments.of(
            authorizing(),
            List.of(new CardRead(Samples.CARD), new NoCard("none"), Samples.LAPSE, refused(2))),
        Arguments.of(held(), List.of(new CardRead(Samples.CARD), new NoCard(""), approved(1, 50))),
        Arguments.of(
            capturing(), List.of(ladder(3), ladder(4), release(5), Samples.LAPSE, approved(1, 50))),
        Arguments.of(
            captured(),
            List.of(ladder(4), release(4), approved(2, 20), Samples.LAPSE, refund(3, 1))),
        Arguments.of(captureFailed(), List.of(ladder(4), approved(2, 20), CANCEL, Samples.LAPSE)),
        Arguments.of(releasing(), List.of(ladder(4), CANCEL, Samples.LAPSE)),
        Arguments.of(refunding(), List.of(refund(5, 1), ladder(6), Samples.LAPSE)),
        Arguments.of(Samples.released(), List.of(ladder(4), release(5), CANCEL, refused(2))),
        Arguments.of(Samples.expired(), List.of(ladder(4), CANCEL, approved(1, 50))),
        Arguments.of(Samples.declined(), List.of(CANCEL, approved(1, 50), new NoCard("none"))),
        Arguments.of(Samples.abandoned(), List.of(CANCEL, new CardRead(Samples.CARD))));
  }

  @ParameterizedTest
  @MethodSource("standstills")
  void ignoresWhatIsLateOrTwice(Authorization state, List<Command> commands) {
    for (Command command : commands) {
      assertThat(Samples.decide(state, command, NOW)).isInstanceOf(Ignored.class);
    }
  }

  @Test
  void refusesToCancelWhileMoneyMovesOrAfterwards() {
    Map.of(
            authorizing(), Refusal.BANK_IS_ASKED,
            capturing(), Refusal.CAPTURE_BEGUN,
            captured(), Refusal.CAPTURE_MADE,
            refunding(), Refusal.REFUND_BEGUN)
        .forEach((state, why) ->
            assertThat(Samples.decide(state, CANCEL, NOW)).isEqualTo(new Refused(why)));
  }

  @Test
  void refusesAnOrderWhileThereIsNoHold() {
    for (var state :
        List.of(awaitingCard(), authorizing(), Samples.declined(), Samples.abandoned())) {
      assertThat(Samples.decide(state, ladder(1), NOW)).isEqualTo(new Refused(Refusal.NO_HOLD));
    }
  }

  @Test
  void walksTheRungsInOrderAndKeepsEachAttempt() {
    var second = (Capturing) after(capturing(), refused(2));
    var third = (Capturing) after(second, refused(3));
    var done = (Captured) after(third, approved(4, 50));

    assertThat(second.rungsLeft()).containsExactly(rung(Kind.HOLD, 50));
    assertThat(done.captured()).isEqualTo(eur(50));
    assertThat(done.history().settlementVersion()).isEqualTo(3);
    assertThat(done.history().attempts())
        .extracting(Attempt::number, Attempt::kind, Attempt::outcome)
        .containsExactly(
            tuple(1, Kind.AUTHORIZE, Outcome.APPROVED),
            tuple(2, Kind.OVER_COMMIT, Outcome.REFUSED),
            tuple(3, Kind.WHOLE, Outcome.REFUSED),
            tuple(4, Kind.HOLD, Outcome.APPROVED));
  }

  @Test
  void failsWhenTheLastRungIsRefusedAndGivesTheHoldBack() {
    var failed = captureFailed();

    assertThat(failed.reason()).isEqualTo("NOT_PERMITTED");
    assertThat(failed.history().attempts().get(1).reason()).isEqualTo("NOT_PERMITTED");
    assertThat(failed.history().open().orElseThrow().kind()).isEqualTo(Kind.RELEASE);
    assertThat(Summary.of(failed).released()).isEqualTo(eur(0));
    var givenBack = after(after(failed, unknown(3)), approved(3, 50));
    assertThat(Summary.of(givenBack).released()).isEqualTo(eur(50));
    assertThat(givenBack.history().open()).isEmpty();
  }

  @Test
  void neverGoesOnWhileTheLastRungIsUnknown() {
    var waiting = (Capturing) after(capturing(), unknown(2));

    assertThat(waiting.rungsLeft()).isEqualTo(capturing().rungsLeft());
    assertThat(waiting.history().attempts()).hasSize(2);
    assertThat(waiting.history().attempts().getLast().outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(waiting.history().attempts().getLast().reason()).isEqualTo("no answer in time");
  }

  @Test
  void sendsTheSameAttemptAgainWhenTheGatewayNeverActed() {
    var again = after(after(capturing(), unknown(2)), notActed(2)).history().attempts().getLast();

    assertThat(again.outcome()).isEqualTo(Outcome.SENT);
    assertThat(again.number()).isEqualTo(2);
    assertThat(again.unanswered()).isEqualTo(1);
    assertThat(again.idempotencyKey(Samples.REFERENCE))
        .isEqualTo(Samples.REFERENCE + ":OVER_COMMIT:2");
  }

  @Test
  void holdsWhatWasGrantedEvenIfItIsLessThanAsked() {
    var hold = ((Held) after(authorizing(), approved(1, 30))).hold();

    assertThat(hold).isEqualTo(new Hold(Samples.CARD, eur(30), "movement", EXPIRY));
  }

  @Test
  void declinesAnAuthorizationThatNeverReachedTheGatewayOnceTheDriverHasLeft() {
    var justBefore = DEADLINE.minusMillis(1);
    assertThat(changed(Samples.decide(authorizing(), notActed(1), justBefore)).change())
        .isEqualTo(Change.ATTEMPT_ANSWERED);
    assertThat(changed(Samples.decide(authorizing(), notActed(1), DEADLINE)).next())
        .isInstanceOf(Declined.class);
  }

  @Test
  void tellsOnceThatAHoldNearsItsEndAndLapsesNotBeforeItsTime() {
    var near = EXPIRY.minus(Samples.TIMETABLE.expiryNotice());
    assertThat(Samples.decide(held(), Samples.LAPSE, near.minusMillis(1)))
        .isInstanceOf(Ignored.class);
    var told = changed(Samples.decide(held(), Samples.LAPSE, near));

    assertThat(told.change()).isEqualTo(Change.EXPIRING);
    assertThat(((Held) told.next()).expiring()).isTrue();
    assertThat(Samples.decide(told.next(), Samples.LAPSE, EXPIRY.minusMillis(1)))
        .isInstanceOf(Ignored.class);
    assertThat(changed(Samples.decide(told.next(), Samples.LAPSE, EXPIRY)).change())
        .isEqualTo(Change.EXPIRED);
  }

  @Test
  void givesALapsedHoldBackAtTheGatewayAndStillCountsItAsExpired() {
    var expired = Samples.expired();
    assertThat(expired.history().open().orElseThrow().kind()).isEqualTo(Kind.RELEASE);
    assertThat(Summary.of(after(expired, approved(2, 50))).released()).isEqualTo(eur(0));
  }

  @Test
  void keepsWhyAHoldWasGivenBack() {
    var released = after(after(held(), CANCEL), approved(2, 50));

    assertThat(Summary.of(released).reason()).isEqualTo("not wanted");
    assertThat(Summary.of(after(held(), CANCEL)).reason()).isEqualTo("not wanted");
    assertThat(Summary.of(Samples.released()).reason()).isNull();
  }

  @Test
  void takesTheGatewaysWordForWhatItTookAndShowsADifference() {
    var odd = (Captured) after(capturing(), approved(2, 55));

    assertThat(odd.captured()).isEqualTo(eur(55));
    assertThat(odd.history().attention()).contains("55").contains("60");
    assertThat(captured().history().attention()).isNull();
  }
}
