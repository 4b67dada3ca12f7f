package dev.holdfast.authorization.core;

import static dev.holdfast.authorization.core.Samples.NOW;
import static dev.holdfast.authorization.core.Samples.after;
import static dev.holdfast.authorization.core.Samples.approved;
import static dev.holdfast.authorization.core.Samples.capture;
import static dev.holdfast.authorization.core.Samples.changed;
import static dev.holdfast.authorization.core.Samples.eur;
import static dev.holdfast.authorization.core.Samples.held;
import static dev.holdfast.authorization.core.Samples.refund;
import static dev.holdfast.authorization.core.Samples.refunding;
import static dev.holdfast.authorization.core.Samples.refused;
import static dev.holdfast.authorization.core.Samples.releasing;
import static dev.holdfast.authorization.core.Samples.rung;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.authorization.core.Authorization.Captured;
import dev.holdfast.authorization.core.Authorization.Capturing;
import dev.holdfast.authorization.core.Authorization.Held;
import dev.holdfast.authorization.core.Authorization.Refunding;
import dev.holdfast.authorization.core.Authorization.Releasing;
import dev.holdfast.authorization.core.Decision.Ignored;
import dev.holdfast.authorization.core.attempt.Kind;
import dev.holdfast.authorization.core.attempt.Plan;
import dev.holdfast.authorization.core.attempt.Rung;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** What orders of settlement do that do not just succeed. */
class OrdersTest {
  @Test
  void showsAnOrderThatDoesNotFitTheHoldToAPerson() {
    var dollars = new Rung(Kind.WHOLE, Money.parse("USD 60"));
    for (var order :
        List.of(
            capture(1, rung(Kind.CAPTURE, 51)),
            capture(1, rung(Kind.WHOLE, 60), rung(Kind.HOLD, 51)),
            capture(1, dollars))) {
      var shown = changed(Samples.decide(held(), order, NOW));

      assertThat(shown.change()).isEqualTo(Change.ATTENTION);
      assertThat(shown.next()).isInstanceOf(Held.class);
      assertThat(shown.next().history().attention()).contains("on a hold of EUR 50.00");
      assertThat(shown.next().history().settlementVersion()).isEqualTo(1);
      assertThat(Samples.decide(shown.next(), order, NOW)).isInstanceOf(Ignored.class);
    }
  }

  @Test
  void overCommitIsOnlyForATapThatAgreedToIt() {
    var tap = Samples.TAP;
    var agreed = held();
    var notAgreed =
        new Tap(
            tap.reference(),
            tap.environment(),
            tap.reader(),
            tap.evseId(),
            false,
            tap.requested(),
            tap.at(),
            tap.cardDeadline());
    var held = new Held(notAgreed, agreed.history(), agreed.hold(), false);

    var shown = changed(Samples.decide(held, Samples.ladder(1), NOW));
    assertThat(shown.next()).isInstanceOf(Held.class);
    assertThat(shown.next().history().attention()).contains("did not agree");
    var whole = capture(1, rung(Kind.WHOLE, 60), rung(Kind.HOLD, 50));
    assertThat(changed(Samples.decide(held, whole, NOW)).next()).isInstanceOf(Capturing.class);
  }

  @Test
  void refundsAreAddedUpAndNeverMoreThanWasCaptured() {
    var once = (Captured) after(refunding(), approved(3, 5));
    var again = (Refunding) after(once, refund(5, 15, 5));
    var all = (Captured) after(again, approved(4, 15));

    assertThat(all.refunded()).isEqualTo(eur(20));
    assertThat(all.captured()).isEqualTo(eur(20));
    assertThat(changed(Samples.decide(once, refund(5, 16, 5), NOW)).next().history().attention())
        .contains("EUR 15.00 are left");
    assertThat(((Captured) after(refunding(), refused(3))).refunded()).isEqualTo(eur(0));
  }

  /** Stripe rounds some currencies down to its steps. */
  @Test
  void aRefundOfLessThanWasAskedForIsShownToAPerson() {
    var less = (Captured) after(refunding(), approved(3, 4));

    assertThat(less.refunded()).isEqualTo(eur(4));
    assertThat(less.history().attempts().getLast().moved()).isEqualTo(eur(4));
    assertThat(less.history().attention()).contains("gave EUR 4.00 back, asked for EUR 5.00");
  }

  /** Settlement orders what is left by what it knows: on top of more it would pay back twice. */
  @Test
  void aRefundThatCrossedAnotherIsNotPaidOnTopOfIt() {
    var once = (Captured) after(refunding(), approved(3, 5));

    assertThat(Samples.decide(once, refund(5, 8, 0), NOW)).isInstanceOf(Ignored.class);
    assertThat(Samples.decide(once, refund(5, 20, 0), NOW)).isInstanceOf(Ignored.class);
    assertThat(((Refunding) after(once, refund(6, 3, 5))).history().open().orElseThrow().amount())
        .isEqualTo(eur(3));
  }

  @Test
  void aRefundOnTopOfOneThatNeverWasIsShownToAPerson() {
    for (var known : List.of(eur(1), Money.parse("USD 0"))) {
      var order =
          new Command.Settle(
              4, new Plan.Refund(Money.zero(known.getCurrencyUnit()).plus(2), known));
      assertThat(changed(Samples.decide(Samples.captured(), order, NOW)).change())
          .isEqualTo(Change.ATTENTION);
    }
  }

  @Test
  void aRefusedReleaseStaysVisible() {
    var stuck = (Releasing) after(releasing(), refused(2));

    assertThat(stuck.history().attention()).contains("NOT_PERMITTED");
    assertThat(stuck.history().open()).isEmpty();
  }
}
