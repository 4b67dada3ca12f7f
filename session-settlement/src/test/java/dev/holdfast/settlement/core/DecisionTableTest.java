package dev.holdfast.settlement.core;

import static dev.holdfast.settlement.core.Given.agreed;
import static dev.holdfast.settlement.core.Given.captured;
import static dev.holdfast.settlement.core.Given.close;
import static dev.holdfast.settlement.core.Given.euro;
import static dev.holdfast.settlement.core.Given.hears;
import static dev.holdfast.settlement.core.Given.held;
import static dev.holdfast.settlement.core.Given.heldWithOverCommit;
import static dev.holdfast.settlement.core.Given.refunded;
import static dev.holdfast.settlement.core.Given.starts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.settlement.core.payment.Hold;
import dev.holdfast.settlement.core.payment.Method;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DecisionTableTest {
  private static final Hold CAPTURED = captured("50.00", Method.CAPTURE, "23.40");
  private static final Command OVERDUE = new Command.Overdue(Given.REFERENCE);

  /** What is known, in words and as facts, and what shall come of it. */
  record Row(String known, String decision, List<Command> facts) {
    Row(String known, String decision, Command... facts) {
      this(known, decision, List.of(facts));
    }

    @Override
    public String toString() {
      return known;
    }
  }

  static List<Row> rows() {
    return List.of(
        new Row("held 50.00, no session", "AWAITING_SESSION", hears(held("50.00"))),
        new Row(
            "held 50.00, session started",
            "AWAITING_SESSION",
            hears(held("50.00")),
            starts(Given.SESSION)),
        new Row("closed 23.40, no hold", "AWAITING_HOLD", hears(close(1, "23.40"))),
        new Row(
            "closed 23.40, no hold in time",
            "ATTENTION NO_AUTHORIZATION",
            hears(close(1, "23.40")),
            OVERDUE),
        new Row(
            "closed 23.40, held 50.00 too late",
            "DECIDED [CAPTURE 23.40]",
            hears(close(1, "23.40")),
            OVERDUE,
            hears(held("50.00"))),
        new Row(
            "held 50.00, no start in time",
            "DECIDED [RELEASE 50.00]",
            hears(held("50.00")),
            OVERDUE),
        new Row(
            "held 50.00, session started, no close in time",
            "DECIDED [RELEASE 50.00]",
            hears(held("50.00")),
            starts(Given.SESSION),
            OVERDUE),
        new Row(
            "held 50.00, no close in time, session started, released 50.00",
            "AWAITING_SESSION",
            hears(held("50.00")),
            OVERDUE,
            starts(Given.SESSION),
            hears(Given.ended(Hold.Standing.RELEASED))),
        new Row(
            "held 50.00, session started, released 50.00",
            "AWAITING_SESSION",
            hears(held("50.00")),
            starts(Given.SESSION),
            hears(Given.ended(Hold.Standing.RELEASED))),
        new Row(
            "held 50.00, session started, released 50.00, no close in time",
            "ATTENTION NOT_BILLED",
            starts(Given.SESSION),
            hears(Given.ended(Hold.Standing.RELEASED)),
            OVERDUE),
        new Row(
            "captured 23.40, no session in time",
            "ATTENTION CAPTURED_WITHOUT_SESSION",
            hears(CAPTURED),
            OVERDUE),
        new Row(
            "captured 23.40, no session in time, closed 23.40",
            "SETTLED FULL, shortfall 0.00",
            hears(CAPTURED),
            OVERDUE,
            hears(close(1, "23.40"))),
        new Row(
            "held 50.00, closed 23.40, not captured in time",
            "ATTENTION NOT_EXECUTED",
            hears(held("50.00")),
            hears(close(1, "23.40")),
            OVERDUE),
        new Row(
            "captured 23.40, closed 20.00, not refunded in time",
            "ATTENTION NOT_EXECUTED",
            hears(CAPTURED),
            hears(close(1, "20.00")),
            OVERDUE),
        new Row(
            "held 50.00, closed 23.40, the same revision 20.00, not decided in time",
            "DECIDED [CAPTURE 20.00]",
            hears(held("50.00")),
            hears(close(1, "23.40")),
            hears(close(1, "20.00")),
            OVERDUE),
        new Row(
            "held 50.00, closed 23.40, another session started, not decided in time",
            "DECIDED [CAPTURE 23.40]",
            hears(held("50.00")),
            hears(close(1, "23.40")),
            starts("session-2"),
            OVERDUE),
        new Row(
            "held 50.00, session started, another closed 5.00, not decided in time",
            "DECIDED [CAPTURE 5.00]",
            hears(held("50.00")),
            starts(Given.SESSION),
            hears(close("session-2", 1, euro("5.00"))),
            OVERDUE),
        new Row(
            "held 50.00, no close in time, released 50.00, closed 23.40",
            "SETTLED NOT_COVERED, shortfall 23.40",
            hears(held("50.00")),
            OVERDUE,
            hears(Given.ended(Hold.Standing.RELEASED)),
            hears(close(1, "23.40"))),
        joined("held 50.00", held("50.00"), "0.00", "DECIDED [RELEASE 50.00]"),
        joined("held 50.00", held("50.00"), "0.49", "DECIDED [RELEASE 50.00]"),
        joined("held 50.00", held("50.00"), "0.50", "DECIDED [CAPTURE 0.50]"),
        joined("held 50.00", held("50.00"), "23.40", "DECIDED [CAPTURE 23.40]"),
        joined("held 50.00", held("50.00"), "50.00", "DECIDED [CAPTURE 50.00]"),
        joined("held 50.00", held("50.00"), "60.00", "DECIDED [CAPTURE 50.00]"),
        joined(
            "held 50.00, the CPO has agreed",
            agreed(held("50.00")),
            "60.00",
            "DECIDED [WHOLE 60.00, HOLD 50.00]"),
        joined(
            "held 50.00, the CPO has agreed, over-commit on",
            agreed(heldWithOverCommit("50.00")),
            "60.00",
            "DECIDED [OVER_COMMIT 60.00, WHOLE 60.00, HOLD 50.00]"),
        joined("captured 23.40 of 50.00", CAPTURED, "23.40", "SETTLED FULL, shortfall 0.00"),
        joined(
            "captured 60.00 of 50.00 whole",
            captured("50.00", Method.WHOLE, "60.00"),
            "60.00",
            "SETTLED FULL, shortfall 0.00"),
        joined(
            "captured 60.00 of 50.00 by over-commit",
            captured("50.00", Method.OVER_COMMIT, "60.00"),
            "60.00",
            "SETTLED OVER_COMMITTED, shortfall 0.00"),
        joined(
            "captured the hold, 50.00",
            captured("50.00", Method.HOLD, "50.00"),
            "60.00",
            "SETTLED HOLD_ONLY, shortfall 10.00"),
        ended("released 50.00", Hold.Standing.RELEASED, "0.00", "SETTLED NOTHING_DUE"),
        ended("released 50.00", Hold.Standing.RELEASED, "23.40", "SETTLED NOT_COVERED"),
        ended("expired", Hold.Standing.EXPIRED, "23.40", "SETTLED NOT_COVERED"),
        ended("declined", Hold.Standing.DECLINED, "23.40", "SETTLED NOT_COVERED"),
        ended("abandoned", Hold.Standing.ABANDONED, "0.49", "SETTLED NOTHING_DUE"),
        ended("capture failed", Hold.Standing.CAPTURE_FAILED, "23.40", "SETTLED FAILED"),
        ended("capture failed", Hold.Standing.CAPTURE_FAILED, "0.00", "SETTLED NOTHING_DUE"),
        over("declined", Hold.Standing.DECLINED),
        over("abandoned", Hold.Standing.ABANDONED),
        over("released", Hold.Standing.RELEASED),
        over("expired", Hold.Standing.EXPIRED),
        over("capture failed", Hold.Standing.CAPTURE_FAILED),
        corrected("held 50.00", held("50.00"), "20.00", "DECIDED [CAPTURE 20.00]"),
        corrected("captured 23.40", CAPTURED, "20.00", "CORRECTING [REFUND 3.40]"),
        corrected(
            "captured 23.40, refunded 3.40",
            refunded(CAPTURED, "3.40"),
            "20.00",
            "SETTLED FULL, shortfall 0.00"),
        corrected(
            "captured 23.40, refunded 23.40",
            refunded(CAPTURED, "23.40"),
            "0.00",
            "SETTLED NOTHING_DUE, shortfall 0.00"),
        corrected("captured 23.40", CAPTURED, "30.00", "SETTLED HOLD_ONLY, shortfall 6.60"),
        corrected(
            "captured 23.40, refunded 3.40 of 3.45",
            Given.cutShort(CAPTURED, "3.40", "3.45"),
            "19.95",
            "ATTENTION REFUND_CUT_SHORT"),
        corrected(
            "captured 23.40, refunded 3.40 of 3.45",
            Given.cutShort(CAPTURED, "3.40", "3.45"),
            "15.00",
            "CORRECTING [REFUND 5.00]"),
        new Row(
            "captured 23.40, refunded 1.00, closed 23.40",
            "ATTENTION REFUND_NOT_ASKED",
            hears(refunded(CAPTURED, "1.00")),
            hears(close(1, "23.40"))),
        new Row(
            "held 50.00 EUR, closed 23.40 USD",
            "ATTENTION CURRENCY_MISMATCH",
            hears(held("50.00")),
            hears(close(Given.SESSION, 1, Money.ofMinor(CurrencyUnit.USD, 2340)))),
        new Row(
            "closed 23.40, another session closed",
            "ATTENTION SECOND_SESSION",
            hears(close(1, "23.40")),
            hears(close("session-2", 1, euro("5.00")))),
        new Row(
            "closed 23.40, another session started",
            "ATTENTION SECOND_SESSION",
            hears(close(1, "23.40")),
            starts("session-2")),
        new Row(
            "closed 23.40, the same revision 23.50",
            "ATTENTION CONFLICTING_CLOSE",
            hears(held("50.00")),
            hears(close(1, "23.40")),
            hears(close(1, "23.50"))),
        new Row(
            "held 50.00, closed 23.40, the same revision with another meter value",
            "DECIDED [CAPTURE 23.40]",
            hears(held("50.00")),
            hears(close(1, "23.40")),
            hears(Given.metered(close(1, "23.40"), 40_000))),
        new Row(
            "held 50.00, session taken by another payment, closed 23.40",
            "ATTENTION SESSION_ON_TWO_PAYMENTS",
            hears(held("50.00")),
            Given.ELSEWHERE,
            hears(close(1, "23.40"))));
  }

  private static Row joined(String hold, Hold fact, String total, String decision) {
    return new Row(hold + ", closed " + total, decision, hears(fact), hears(close(1, total)));
  }

  private static Row ended(String hold, Hold.Standing standing, String total, String outcome) {
    String shortfall = ", shortfall " + total;
    return joined(hold, Given.ended(standing), total, outcome + shortfall);
  }

  private static Row over(String hold, Hold.Standing standing) {
    String decision = "SETTLED NOTHING_DUE, shortfall 0.00";
    return new Row(hold + ", no session", decision, hears(Given.ended(standing)));
  }

  private static Row corrected(String hold, Hold fact, String total, String decision) {
    String known = hold + ", closed 23.40, corrected to " + total;
    return new Row(known, decision, hears(fact), hears(close(1, "23.40")), hears(close(2, total)));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void decides(Row row) {
    assertThat(Run.of(row.facts().toArray(Command[]::new)).said()).isEqualTo(row.decision());
  }

  @Test
  void isTheTableOfTheRules() throws IOException {
    String table =
        rows().stream()
            .map(row -> "| " + row.known() + " | " + row.decision() + " |")
            .collect(Collectors.joining("\n"));
    assertThat(Files.readString(Path.of("docs/rules.md"))).contains(table);
  }

  @Test
  void aHoldThatHadLapsedBeforeTheCarStoppedCoversNothing() {
    Hold failed = Given.ended(Hold.Standing.CAPTURE_FAILED);
    var lapsed = new Hold.Grant(Given.CPO, euro("50.00"), false, Given.NOON, null);
    var late = new Hold(6, failed.standing(), lapsed, failed.moves(), "expired");
    assertThat(Run.of(hears(late), hears(close(1, "23.40"))).said())
        .isEqualTo("SETTLED NOT_COVERED, shortfall 23.40");
  }
}
