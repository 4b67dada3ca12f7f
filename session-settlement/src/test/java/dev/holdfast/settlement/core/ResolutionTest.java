package dev.holdfast.settlement.core;

import static dev.holdfast.settlement.core.Given.captured;
import static dev.holdfast.settlement.core.Given.close;
import static dev.holdfast.settlement.core.Given.cutShort;
import static dev.holdfast.settlement.core.Given.ended;
import static dev.holdfast.settlement.core.Given.euro;
import static dev.holdfast.settlement.core.Given.hears;
import static dev.holdfast.settlement.core.Given.held;
import static dev.holdfast.settlement.core.Given.refunded;
import static dev.holdfast.settlement.core.Given.starts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.settlement.core.journal.JournalEntry.Account;
import dev.holdfast.settlement.core.payment.Hold;
import dev.holdfast.settlement.core.payment.Method;
import dev.holdfast.settlement.core.payment.Overview;
import dev.holdfast.settlement.core.payment.Resolution;
import dev.holdfast.settlement.core.payment.Resolution.Choice;
import dev.holdfast.settlement.core.payment.Settlement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ResolutionTest {
  private static final Hold CAPTURED = captured("50.00", Method.CAPTURE, "23.40");
  private static final Command CLOSED = hears(close(1, "23.40"));
  private static final Command DOLLARS = Given.closesInDollars();
  private static final Command OVERDUE = new Command.Overdue(Given.REFERENCE);
  private static final Command SECOND = hears(close("session-2", 1, euro("5.00")));

  /** A settlement that needs a person, and what comes of each choice; the others are refused. */
  record Row(String known, Choice choice, String then, List<Command> facts) {
    @Override
    public String toString() {
      return known + " " + choice;
    }
  }

  static List<Row> rows() {
    return List.of(
        row(
            "held, closed 23.40, other session 5.00",
            Choice.ACCEPT_FIRST,
            "DECIDED [CAPTURE 23.40]",
            hears(held("50.00")),
            CLOSED,
            SECOND),
        row(
            "held, closed 23.40, other session 5.00",
            Choice.ACCEPT_SECOND,
            "DECIDED [CAPTURE 5.00]",
            hears(held("50.00")),
            CLOSED,
            SECOND),
        row(
            "captured 23.40, closed 23.40, other session 5.00",
            Choice.ACCEPT_SECOND,
            "CORRECTING [REFUND 18.40]",
            hears(CAPTURED),
            CLOSED,
            SECOND),
        row(
            "held, closed 23.40, other session started",
            Choice.ACCEPT_FIRST,
            "DECIDED [CAPTURE 23.40]",
            hears(held("50.00")),
            CLOSED,
            starts("session-2")),
        row(
            "captured 23.40, closed 23.40, same revision 24.00",
            Choice.ACCEPT_FIRST,
            "SETTLED FULL, shortfall 0.00",
            hears(CAPTURED),
            CLOSED,
            hears(close(1, "24.00"))),
        row(
            "captured 23.40, closed 23.40, same revision 24.00",
            Choice.ACCEPT_SECOND,
            "SETTLED HOLD_ONLY, shortfall 0.60",
            hears(CAPTURED),
            CLOSED,
            hears(close(1, "24.00"))),
        row(
            "held, closed 23.40, session on another payment",
            Choice.ACCEPT_FIRST,
            "DECIDED [RELEASE 50.00]",
            hears(held("50.00")),
            Given.ELSEWHERE,
            CLOSED),
        row(
            "held, closed 23.40, session on another payment",
            Choice.ACCEPT_SECOND,
            "DECIDED [CAPTURE 23.40]",
            hears(held("50.00")),
            Given.ELSEWHERE,
            CLOSED),
        row(
            "held EUR, closed USD 23.40",
            Choice.WRITE_OFF,
            "DECIDED [RELEASE 50.00]",
            hears(held("50.00")),
            DOLLARS),
        row(
            "released EUR, closed USD 23.40",
            Choice.WRITE_OFF,
            "SETTLED NOT_COVERED, shortfall 23.40, written off 23.40",
            hears(ended(Hold.Standing.RELEASED)),
            DOLLARS),
        row(
            "captured 23.40, refunded 1.00, closed 23.40",
            Choice.WRITE_OFF,
            "SETTLED HOLD_ONLY, shortfall 1.00, written off 1.00",
            hears(refunded(CAPTURED, "1.00")),
            CLOSED),
        row(
            "refunded 3.40 of 3.45, corrected to 19.95",
            Choice.WRITE_OFF,
            "SETTLED FULL, shortfall 0.00, written off -0.05",
            hears(cutShort(CAPTURED, "3.40", "3.45")),
            CLOSED,
            hears(close(2, "19.95"))),
        row(
            "refunded 3.40 of 3.45, corrected to 19.95",
            Choice.RETRY,
            "CORRECTING [REFUND 0.05]",
            hears(cutShort(CAPTURED, "3.40", "3.45")),
            CLOSED,
            hears(close(2, "19.95"))),
        row(
            "settled with a shortfall of 10.00",
            Choice.WRITE_OFF,
            "SETTLED HOLD_ONLY, shortfall 10.00, written off 10.00",
            hears(captured("50.00", Method.HOLD, "50.00")),
            hears(close(1, "60.00"))),
        row(
            "decided, and nothing happens",
            Choice.RETRY,
            "DECIDED [CAPTURE 23.40]",
            hears(held("50.00")),
            CLOSED),
        row(
            "correcting, and nothing happens",
            Choice.RETRY,
            "CORRECTING [REFUND 3.40]",
            hears(CAPTURED),
            CLOSED,
            hears(close(2, "20.00"))),
        row(
            "correcting, and nothing happens",
            Choice.WRITE_OFF,
            "SETTLED FULL, shortfall 0.00, written off -3.40",
            hears(CAPTURED),
            CLOSED,
            hears(close(2, "20.00"))),
        row(
            "captured 23.40, no session in time",
            Choice.REFUND,
            "CORRECTING [REFUND 23.40]",
            hears(CAPTURED),
            OVERDUE),
        row(
            "started, released 50.00, no close in time",
            Choice.REFUND,
            "SETTLED NOTHING_DUE, shortfall 0.00",
            starts(Given.SESSION),
            hears(ended(Hold.Standing.RELEASED)),
            OVERDUE),
        row(
            "started, released 50.00, no close in time",
            Choice.RETRY,
            "AWAITING_SESSION",
            starts(Given.SESSION),
            hears(ended(Hold.Standing.RELEASED)),
            OVERDUE),
        row(
            "closed 23.40, not captured in time",
            Choice.RETRY,
            "DECIDED [CAPTURE 23.40]",
            hears(held("50.00")),
            CLOSED,
            OVERDUE),
        row(
            "corrected to 20.00, not refunded in time",
            Choice.WRITE_OFF,
            "SETTLED FULL, shortfall 0.00, written off -3.40",
            hears(CAPTURED),
            CLOSED,
            hears(close(2, "20.00")),
            OVERDUE));
  }

  private static Row row(String known, Choice choice, String then, Command... facts) {
    return new Row(known, choice, then, List.of(facts));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void doesWhatThePersonChose(Row row) {
    Run run = run(row.facts());
    run.hear(decides(row.choice()));
    assertThat(run.said()).isEqualTo(row.then());
    assertThat(run.changes()).endsWith(Change.RESOLVED);
    assertThat(run.ids()).doesNotHaveDuplicates();
    assertThat(Overview.of(run.settlement()).verdict().reason())
        .isEqualTo(row.choice() + " by Ann: the driver said so");
  }

  @ParameterizedTest
  @MethodSource("rows")
  void owesNothingOnceThePersonHasSettledIt(Row row) {
    Run run = run(row.facts());
    run.hear(decides(row.choice()));
    if (run.settlement() instanceof Settlement.Settled settled) {
      Money lost = settled.result().writtenOff();
      assertThat(run.minor(Account.RECEIVABLE_FROM_CARD_HOLDER)).isZero();
      assertThat(run.minor(Account.WRITE_OFFS))
          .isEqualTo(lost == null ? 0 : lost.getAmountMinorLong());
      assertThat(run.minor(Account.OVERAGE_RECEIVABLE))
          .isEqualTo(lost == null ? settled.result().shortfall().getAmountMinorLong() : 0);
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void hearsTheSameFactsAgainWithoutAnyChange(Row row) {
    Run run = run(row.facts());
    run.hear(decides(row.choice()));
    long version = run.settlement().version();
    // A deadline is no fact: what it is about has been decided.
    row.facts().stream().filter(fact -> !fact.equals(OVERDUE)).forEach(run::hear);
    assertThat(run.settlement().version()).isEqualTo(version);
  }

  @ParameterizedTest
  @EnumSource(Choice.class)
  void refusesWhatIsNotPossible(Choice choice) {
    Run run = run(List.of(hears(CAPTURED), CLOSED));
    run.hear(decides(choice));
    assertThat(PossibleChoices.of(run.settlement())).isEmpty();
    assertThat(run.settlement().version()).isEqualTo(2);
  }

  @Test
  void asksAgainWhenTheRetriedRefundIsCutShortOnceMore() {
    Run run =
        run(List.of(hears(cutShort(CAPTURED, "3.40", "3.45")), CLOSED, hears(close(2, "19.95"))));
    run.hear(decides(Choice.RETRY));
    Hold once = cutShort(CAPTURED, "3.40", "3.45");
    List<Hold.Refund> refunds = new ArrayList<>(once.moves().refunds());
    refunds.add(new Hold.Refund(4, euro("0.01"), euro("0.05"), null));
    var moves = new Hold.Moves(once.moves().capture(), once.released(), refunds);
    run.hear(hears(new Hold(9, once.standing(), once.grant(), moves, null)));
    assertThat(run.said()).isEqualTo("ATTENTION REFUND_CUT_SHORT");
    assertThat(run.minor(Account.RECEIVABLE_FROM_GATEWAY)).isEqualTo(2340 - 341);
    assertThat(run.ids()).doesNotHaveDuplicates();
  }

  @Test
  void isTheTableOfTheRules() throws IOException {
    String table =
        rows().stream()
            .map(row -> "| %s | %s | %s |".formatted(row.known(), row.choice(), row.then()))
            .collect(Collectors.joining("\n"));
    assertThat(Files.readString(Path.of("docs/rules.md"))).contains(table);
  }

  private static Command decides(Choice choice) {
    var word = new Resolution.Word("Ann", "the driver said so", Given.NOON);
    return new Command.Resolved(Given.REFERENCE, choice, null, word);
  }

  private static Run run(List<Command> facts) {
    return Run.of(facts.toArray(Command[]::new));
  }
}
