package dev.holdfast.settlement.core;

import static dev.holdfast.settlement.core.Given.captured;
import static dev.holdfast.settlement.core.Given.close;
import static dev.holdfast.settlement.core.Given.cutShort;
import static dev.holdfast.settlement.core.Given.ended;
import static dev.holdfast.settlement.core.Given.hears;
import static dev.holdfast.settlement.core.Given.held;
import static dev.holdfast.settlement.core.Given.refunded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.settlement.core.journal.JournalEntry.Account;
import dev.holdfast.settlement.core.payment.Hold;
import dev.holdfast.settlement.core.payment.Method;
import dev.holdfast.settlement.core.payment.Resolution;
import dev.holdfast.settlement.core.payment.Resolution.Choice;
import org.junit.jupiter.api.Test;

/** A person gives up what he saw, and nothing else. */
class WriteOffTest {
  private static final Hold CAPTURED = captured("50.00", Method.CAPTURE, "23.40");
  private static final Command CLOSED = hears(close(1, "23.40"));

  @Test
  void countsOnceAndOnlyForItsRevision() {
    var run =
        Run.of(
            hears(captured("50.00", Method.HOLD, "50.00")), hears(close(1, "60.00")), writesOff());
    assertThat(PossibleChoices.of(run.settlement())).isEmpty();
    run.hear(hears(close(2, "61.00")));
    assertThat(run.said()).isEqualTo("SETTLED HOLD_ONLY, shortfall 11.00");
    assertThat(PossibleChoices.of(run.settlement())).containsExactly(Choice.WRITE_OFF);
    owes(run, 0, 1100);
  }

  @Test
  void doesNotCountForMoneyThatIsPaidBackAfterwards() {
    var run = Run.of(hears(refunded(CAPTURED, "1.00")), CLOSED, writesOff());
    owes(run, 100, 0);
    run.hear(hears(refunded(CAPTURED, "1.00", "10.00")));
    assertThat(run.said()).isEqualTo("ATTENTION REFUND_NOT_ASKED");
    assertThat(run.minor(Account.WRITE_OFFS)).isZero();
    run.hear(writesOff());
    assertThat(run.said()).isEqualTo("SETTLED HOLD_ONLY, shortfall 11.00, written off 11.00");
    owes(run, 1100, 0);
  }

  @Test
  void isTakenBackWhereTheMoneyIsPaidBackAfterAll() {
    var run = Run.of(hears(CAPTURED), CLOSED, hears(close(2, "20.00")), writesOff());
    owes(run, -340, 0);
    run.hear(hears(refunded(CAPTURED, "3.40")));
    assertThat(run.said()).isEqualTo("SETTLED FULL, shortfall 0.00");
    owes(run, 0, 0);
  }

  @Test
  void endsARetriedRefundThatTheGatewayRefuses() {
    var run =
        Run.of(
            hears(cutShort(CAPTURED, "3.40", "3.45")),
            CLOSED,
            hears(close(2, "19.95")),
            decides(Choice.RETRY),
            writesOff());
    assertThat(run.said()).isEqualTo("SETTLED FULL, shortfall 0.00, written off -0.05");
    owes(run, -5, 0);
  }

  @Test
  void outlivesTheReleaseThatItOrders() {
    var run = Run.of(hears(held("50.00")), Given.closesInDollars(), writesOff());
    assertThat(run.said()).isEqualTo("DECIDED [RELEASE 50.00]");
    run.hear(hears(ended(Hold.Standing.RELEASED)));
    assertThat(run.said()).isEqualTo("SETTLED NOT_COVERED, shortfall 23.40, written off 23.40");
    owes(run, 2340, 0);
  }

  /** What another session has explained does not explain the one that stands. */
  @Test
  void coversWhatTheAcceptedSessionCostsBeyondWhatWasKept() {
    var second = "session-2";
    var run =
        Run.of(
            hears(CAPTURED),
            CLOSED,
            hears(close(2, "20.00")),
            hears(refunded(CAPTURED, "3.40")),
            hears(close(second, 1, Given.euro("21.00"))),
            hears(close(second, 2, Given.euro("23.00"))),
            accepts(2));
    assertThat(run.said()).isEqualTo("SETTLED HOLD_ONLY, shortfall 3.00");
    run.hear(writesOff());
    assertThat(run.said()).isEqualTo("SETTLED HOLD_ONLY, shortfall 3.00, written off 3.00");
    owes(run, 300, 0);
  }

  private static void owes(Run run, long lost, long open) {
    assertThat(run.minor(Account.WRITE_OFFS)).isEqualTo(lost);
    assertThat(run.minor(Account.OVERAGE_RECEIVABLE)).isEqualTo(open);
    assertThat(run.minor(Account.RECEIVABLE_FROM_CARD_HOLDER)).isZero();
    assertThat(run.ids()).doesNotHaveDuplicates();
  }

  private static Command accepts(int contradiction) {
    var word = new Resolution.Word("Ann", "the second is right", Given.NOON);
    return new Command.Resolved(Given.REFERENCE, Choice.ACCEPT_SECOND, contradiction, word);
  }

  private static Command writesOff() {
    return decides(Choice.WRITE_OFF);
  }

  private static Command decides(Choice choice) {
    var word = new Resolution.Word("Ann", "nobody pays it", Given.NOON);
    return new Command.Resolved(Given.REFERENCE, choice, null, word);
  }
}
