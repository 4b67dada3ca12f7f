package dev.holdfast.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.authorization.ShowHolds.Found;
import dev.holdfast.authorization.ShowHolds.Shown;
import dev.holdfast.authorization.core.Authorization;
import dev.holdfast.authorization.core.Authorization.Authorizing;
import dev.holdfast.authorization.core.Authorization.Declined;
import dev.holdfast.authorization.core.Authorization.Held;
import dev.holdfast.authorization.core.Card;
import dev.holdfast.authorization.core.Environment;
import dev.holdfast.authorization.core.Hold;
import dev.holdfast.authorization.core.Tap;
import dev.holdfast.authorization.core.attempt.Attempt;
import dev.holdfast.authorization.core.attempt.AttemptHistory;
import dev.holdfast.authorization.core.attempt.DeclineKind;
import dev.holdfast.authorization.core.attempt.Kind;
import dev.holdfast.authorization.core.attempt.Outcome;
import dev.holdfast.authorization.gateway.OtherPayments.Claims;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which payments of a terminal may own the hold that stands there. */
class FindOthersTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final Money FIFTY = Money.parse("EUR 50.00");
  private static final Card CARD = new Card("VISA", "1234");

  private final Tap mine = tap("0193542b-7c00-7000-8000-000000000001");
  private final Tap other = tap("0193542b-7c00-7000-8000-000000000002");

  @Test
  void aPaymentWhoseCallIsOpenMayOwnIt() {
    assertThat(claims(waits(mine), waits(other)).mayOwnMore()).isTrue();
    assertThat(claims(waits(mine), declined(other)).mayOwnMore()).isTrue();
  }

  /** The driver of the other one may still be told that it is held: it is not ours to give back. */
  @Test
  void aDeclinedPaymentMayNotGiveBackWhatAnotherMayStillHave() {
    assertThat(claims(declined(mine), waits(other)).mayOwnMore()).isTrue();
  }

  @Test
  void ofTwoDeclinedPaymentsEitherMayGiveItBack() {
    assertThat(claims(declined(mine), declined(other)).mayOwnMore()).isFalse();
    assertThat(claims(declined(other), declined(mine)).mayOwnMore()).isFalse();
  }

  @Test
  void aPaymentThatKnowsItsHoldOwnsNoMore() {
    var held = new Held(other, calls("session-7"), new Hold(CARD, FIFTY, "session-7", NOON), false);

    assertThat(claims(waits(mine), held)).isEqualTo(new Claims(Set.of("session-7"), false));
  }

  private Claims claims(Authorization own, Authorization another) {
    List<Found> found = List.of(new Shown(own, NOON), new Shown(another, NOON));
    return FindOthers.claims(own.tap(), found);
  }

  private static Authorizing waits(Tap tap) {
    return new Authorizing(tap, calls(null), CARD);
  }

  private static Declined declined(Tap tap) {
    return new Declined(tap, calls(null), CARD, DeclineKind.OTHER, "no certain answer");
  }

  private static AttemptHistory calls(@Nullable String session) {
    var outcome = session == null ? Outcome.UNKNOWN : Outcome.APPROVED;
    var call =
        new Attempt(1, Kind.AUTHORIZE, FIFTY, outcome, session, null, NOON, 0, "", null, null);
    return new AttemptHistory(2, List.of(call), 0, List.of());
  }

  private static Tap tap(String reference) {
    return new Tap(
        UUID.fromString(reference),
        Environment.ACCEPTANCE,
        new Tap.Reader("P6820211200171", "PAYTER", "CPO-1"),
        "NL*HF*E1",
        true,
        FIFTY,
        NOON,
        NOON.plusSeconds(60));
  }
}
