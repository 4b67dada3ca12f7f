package dev.holdfast.authorization.core;

import static dev.holdfast.authorization.core.Samples.eur;
import static dev.holdfast.authorization.core.Samples.rung;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.holdfast.authorization.core.attempt.Attempt;
import dev.holdfast.authorization.core.attempt.Kind;
import dev.holdfast.authorization.core.attempt.Outcome;
import dev.holdfast.authorization.core.attempt.Plan;
import dev.holdfast.authorization.core.attempt.Rung;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class ValuesTest {
  @Test
  void aPlanIsALadderOrAReleaseOrARefund() {
    var ladder = List.of(rung(Kind.WHOLE, 60), rung(Kind.HOLD, 50));
    assertThat(Plan.of(ladder, null)).isEqualTo(new Plan.Capture(ladder));
    assertThat(Plan.of(List.of(rung(Kind.RELEASE, 50)), null)).isEqualTo(new Plan.Release());
    var refund = List.of(rung(Kind.REFUND, 5));
    assertThat(Plan.of(refund, null)).isEqualTo(new Plan.Refund(eur(5), eur(0)));
    assertThat(Plan.of(refund, eur(2))).isEqualTo(new Plan.Refund(eur(5), eur(2)));
    assertThatIllegalArgumentException().isThrownBy(() -> Plan.of(refund, Money.parse("USD 2")));
  }

  @Test
  void aPlanIsNothingElse() {
    for (List<Rung> odd :
        List.of(
            List.<Rung>of(),
            List.of(rung(Kind.RELEASE, 50), rung(Kind.CAPTURE, 5)),
            List.of(rung(Kind.CAPTURE, 5), rung(Kind.RELEASE, 50)),
            List.of(rung(Kind.REFUND, 5), rung(Kind.REFUND, 5)))) {
      assertThatIllegalArgumentException().isThrownBy(() -> Plan.of(odd, null));
    }
    assertThatIllegalArgumentException().isThrownBy(() -> rung(Kind.AUTHORIZE, 5));
    assertThatIllegalArgumentException().isThrownBy(() -> rung(Kind.CAPTURE, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> rung(Kind.CAPTURE, -1));
  }

  @Test
  void noMoreOfACardThanFourDigitsIsEverKept() {
    assertThat(new Card(null, null).lastFour()).isNull();
    assertThat(new Card("VISA", "0000").lastFour()).isEqualTo("0000");
    for (var more : List.of("12345", "123", "12a4", "")) {
      assertThatIllegalArgumentException().isThrownBy(() -> new Card("VISA", more));
    }
  }

  @Test
  void anIdempotencyKeyFitsIntoSixtyFourCharacters() {
    for (Kind kind : Kind.values()) {
      var attempt =
          new Attempt(
              999, kind, eur(1), Outcome.SENT, null, null, Samples.NOW, 0, null, null, null);
      assertThat(attempt.idempotencyKey(Samples.REFERENCE)).hasSizeLessThanOrEqualTo(64);
    }
  }

  @Test
  void aHoldIsAboveZero() {
    assertThatIllegalArgumentException().isThrownBy(() -> tap(eur(0)));
    assertThat(tap(eur(1)).requested()).isEqualTo(eur(1));
  }

  private static Tap tap(Money requested) {
    var tap = Samples.TAP;
    return new Tap(
        tap.reference(),
        tap.environment(),
        tap.reader(),
        tap.evseId(),
        false,
        requested,
        tap.at(),
        tap.cardDeadline());
  }

  @Test
  void aSummaryShowsWhereTheMoneyIs() {
    assertThat(money(Samples.awaitingCard())).containsExactly(eur(0), eur(0), eur(0), eur(0));
    assertThat(money(Samples.held())).containsExactly(eur(50), eur(0), eur(0), eur(0));
    assertThat(money(Samples.captured())).containsExactly(eur(50), eur(20), eur(30), eur(0));
    assertThat(money(Samples.refunding())).containsExactly(eur(50), eur(20), eur(30), eur(0));
    assertThat(money(Samples.released())).containsExactly(eur(50), eur(0), eur(50), eur(0));
    assertThat(money(Samples.expired())).containsExactly(eur(50), eur(0), eur(0), eur(0));
    var above = Samples.after(Samples.capturing(), Samples.approved(2, 60));
    assertThat(money(above)).containsExactly(eur(50), eur(60), eur(0), eur(0));
  }

  private static List<Money> money(Authorization state) {
    var summary = Summary.of(state);
    return List.of(
        summary.authorized(), summary.captured(), summary.released(), summary.refunded());
  }

  @Test
  void aSummaryNamesEveryStatus() {
    assertThat(Samples.oneOfEach().stream().map(state -> Summary.of(state).status()))
        .containsExactly(Status.values());
    assertThat(Summary.of(Samples.declined()).card()).isEqualTo(Samples.CARD);
    assertThat(Summary.of(Samples.held()).card()).isEqualTo(Samples.CARD);
    assertThat(Summary.of(Samples.captureFailed()).reason()).isEqualTo("NOT_PERMITTED");
  }
}
