package dev.holdfast.authorization.core;

import static dev.holdfast.authorization.core.Samples.EXPIRY;
import static dev.holdfast.authorization.core.Samples.NOW;
import static dev.holdfast.authorization.core.Samples.after;
import static dev.holdfast.authorization.core.Samples.changed;
import static dev.holdfast.authorization.core.Samples.decide;
import static dev.holdfast.authorization.core.Samples.eur;
import static dev.holdfast.authorization.core.Samples.refused;
import static dev.holdfast.authorization.core.Samples.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.authorization.core.Authorization.Captured;
import dev.holdfast.authorization.core.Authorization.Held;
import dev.holdfast.authorization.core.Command.Acknowledge;
import dev.holdfast.authorization.core.Command.Resolution;
import dev.holdfast.authorization.core.Command.Resolve;
import dev.holdfast.authorization.core.Decision.Refused;
import dev.holdfast.authorization.core.attempt.Attempt;
import dev.holdfast.authorization.core.attempt.Attention.Seen;
import dev.holdfast.authorization.core.attempt.Kind;
import dev.holdfast.authorization.core.attempt.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a person says of a payment, where the machine knows no way on. */
class ActsTest {
  private static final Seen INES = new Seen("Ines", "the portal shows it", NOW);
  private static final String WORDS = "Ines says: the portal shows it";

  static List<Arguments> acts() {
    var release = after(Samples.releasing(), refused(2));
    var refund = after(Samples.refunding(), refused(3));
    return List.of(
        Arguments.of(unknownly(Samples.authorizing(), 1), done(1, 50), "Held", Change.HELD),
        Arguments.of(
            unknownly(Samples.authorizing(), 1),
            new Resolution.Refused(1),
            "Declined",
            Change.DECLINED),
        Arguments.of(unknownly(Samples.capturing(), 2), done(2, 60), "Captured", Change.CAPTURED),
        Arguments.of(
            unknownly(Samples.capturing(), 2),
            new Resolution.Refused(2),
            "Capturing",
            Change.ATTEMPT_ANSWERED),
        Arguments.of(
            unknownly(Samples.releasing(), 2),
            new Resolution.Taken(2, "m", eur(20)),
            "Captured",
            Change.CAPTURED),
        Arguments.of(release, done(2, 50), "Released", Change.RELEASED),
        Arguments.of(release, new Resolution.Taken(2, "m", eur(20)), "Captured", Change.CAPTURED),
        Arguments.of(release, new Resolution.NotActed(2), "Releasing", Change.ATTEMPT_ANSWERED),
        Arguments.of(refund, done(3, 5), "Captured", Change.REFUNDED),
        Arguments.of(refund, new Resolution.NotActed(3), "Refunding", Change.ATTEMPT_ANSWERED),
        Arguments.of(
            Samples.awaitingCard(), new Resolution.TerminalFree(), "Abandoned", Change.ABANDONED),
        Arguments.of(
            Samples.givingUp(), new Resolution.TerminalFree(), "Abandoned", Change.ABANDONED),
        Arguments.of(
            Samples.authorizing(), new Resolution.TerminalFree(), "Declined", Change.DECLINED));
  }

  @ParameterizedTest
  @MethodSource("acts")
  void goOnAsIfTheGatewayHadSaidIt(
      Authorization from, Resolution resolution, String to, Change change) {
    var moved = changed(decide(from, said(from, resolution), NOW));

    assertThat(moved.next().getClass().getSimpleName()).isEqualTo(to);
    assertThat(moved.change()).isEqualTo(change);
    assertThat(moved.next().history().version()).isEqualTo(from.history().version() + 1);
  }

  static List<Arguments> impossible() {
    return List.of(
        Arguments.of(Samples.held(), done(1, 50)),
        Arguments.of(Samples.held(), new Resolution.TerminalFree()),
        Arguments.of(Samples.released(), new Resolution.NotActed(2)),
        Arguments.of(Samples.captured(), done(2, 20)),
        Arguments.of(Samples.declined(), new Resolution.NotActed(1)),
        Arguments.of(Samples.declined(), new Resolution.TerminalFree()),
        Arguments.of(Samples.awaitingCard(), done(1, 50)),
        Arguments.of(unknownly(Samples.capturing(), 2), done(1, 60)),
        Arguments.of(unknownly(Samples.capturing(), 2), new Resolution.NotActed(3)));
  }

  @ParameterizedTest
  @MethodSource("impossible")
  void areRefusedWhereThereIsNothingToResolve(Authorization from, Resolution resolution) {
    assertThat(decide(from, said(from, resolution), NOW))
        .isEqualTo(new Refused(Refusal.NOTHING_OPEN));
  }

  @Test
  void areRefusedForAnotherVersion() {
    var state = unknownly(Samples.capturing(), 2);
    for (long wrong : List.of(-1L, 1L)) {
      var old = new Resolve(state.history().version() + wrong, done(2, 60), INES);
      assertThat(decide(state, old, NOW)).isEqualTo(new Refused(Refusal.STALE));
    }
  }

  @Test
  void standWithTheAttempt() {
    var state = unknownly(Samples.authorizing(), 1);
    var held = (Held) changed(decide(state, said(state, done(1, 40)), NOW)).next();

    assertThat(held.hold()).isEqualTo(new Hold(Samples.CARD, eur(40), "movement", EXPIRY));
    assertThat(held.history().attempts().getFirst().reason()).isEqualTo(WORDS);
    var declined = said(state, new Resolution.Refused(1));
    assertThat(changed(decide(state, declined, NOW)).next().history().attempts().getFirst())
        .extracting(Attempt::outcome, Attempt::reason)
        .containsExactly(Outcome.REFUSED, WORDS);
  }

  /** A key that was refused is answered with the same refusal. */
  @Test
  void sendARefusedAttemptAgainUnderAnotherKeyAndAnOpenOneUnderItsOwn() {
    var release = after(Samples.releasing(), refused(2));
    var again = changed(decide(release, said(release, new Resolution.NotActed(2)), NOW)).next();
    assertThat(again.history().open().orElseThrow())
        .extracting(Attempt::number, Attempt::kind, Attempt::amount, Attempt::outcome)
        .containsExactly(3, Kind.RELEASE, eur(50), Outcome.SENT);
    assertThat(again.history().attention()).isNull();

    var open = unknownly(Samples.capturing(), 2);
    var sent = changed(decide(open, said(open, new Resolution.NotActed(2)), NOW)).next();
    assertThat(sent.history().open().orElseThrow())
        .extracting(Attempt::number, Attempt::outcome, Attempt::reason)
        .containsExactly(2, Outcome.SENT, WORDS);
  }

  /** Whoever tries again at session-settlement orders anew. */
  @Test
  void aHoldThatWasNotGivenBackIsOrderedAboutAnew() {
    var release = after(Samples.releasing(), refused(2));

    assertThat(changed(decide(release, Samples.release(9), NOW)).change())
        .isEqualTo(Change.RELEASE_STARTED);
    assertThat(changed(decide(release, Samples.ladder(9), NOW)).change())
        .isEqualTo(Change.CAPTURE_STARTED);
    assertThat(decide(Samples.releasing(), Samples.release(9), NOW))
        .isInstanceOf(Decision.Ignored.class);
  }

  @Test
  void whatNeedsAPersonStaysUntilOneHasDealtWithIt() {
    var odd = (Captured) after(Samples.capturing(), Samples.approved(2, 55));
    var refunded = after(after(odd, Samples.refund(5, 5)), Samples.approved(3, 5));
    assertThat(refunded.history().attention()).contains("EUR 55.00");

    var seen = after(refunded, new Acknowledge(1, INES));
    assertThat(seen.history().attention()).isNull();
    assertThat(seen.history().attentions().getFirst().seen()).isEqualTo(INES);
    for (int number : List.of(1, 2)) {
      assertThat(decide(seen, new Acknowledge(number, INES), NOW))
          .isEqualTo(new Refused(Refusal.NO_SUCH_ATTENTION));
    }
  }

  private static Authorization unknownly(Authorization state, int attempt) {
    return after(state, unknown(attempt));
  }

  private static Resolution done(int attempt, long euros) {
    return new Resolution.Done(attempt, "movement", eur(euros), EXPIRY);
  }

  private static Resolve said(Authorization state, Resolution resolution) {
    return new Resolve(state.history().version(), resolution, INES);
  }
}
