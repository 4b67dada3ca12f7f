package dev.holdfast.settlement.core;

import static dev.holdfast.settlement.core.Given.captured;
import static dev.holdfast.settlement.core.Given.close;
import static dev.holdfast.settlement.core.Given.cutShort;
import static dev.holdfast.settlement.core.Given.euro;
import static dev.holdfast.settlement.core.Given.gives;
import static dev.holdfast.settlement.core.Given.hears;
import static dev.holdfast.settlement.core.Given.refunded;
import static dev.holdfast.settlement.core.Given.rules;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.settlement.core.Refunding.Obstacle;
import dev.holdfast.settlement.core.journal.JournalEntry.Account;
import dev.holdfast.settlement.core.payment.Goodwill;
import dev.holdfast.settlement.core.payment.Hold;
import dev.holdfast.settlement.core.payment.Method;
import dev.holdfast.settlement.core.payment.Overview;
import dev.holdfast.settlement.core.payment.Resolution;
import dev.holdfast.settlement.core.payment.Settlement;
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

/** What support gives back although the price stands. */
class GoodwillTest {
  private static final Hold CAPTURED = captured("50.00", Method.CAPTURE, "23.40");
  private static final Hold HOLD_ONLY = captured("50.00", Method.HOLD, "50.00");

  /** What is known and done, what comes of it, and what is booked as goodwill then. */
  record Row(String known, String then, String booked, List<Command> facts) {
    @Override
    public String toString() {
      return known;
    }
  }

  static List<Row> rows() {
    return List.of(
        row(
            "captured 23.40, closed 23.40, 5.00 given",
            "CORRECTING [REFUND 5.00]",
            "0.00",
            hears(CAPTURED),
            hears(close(1, "23.40")),
            gives("5.00")),
        row(
            "captured 23.40, closed 23.40, 5.00 given and paid back",
            "SETTLED FULL, shortfall 0.00",
            "5.00",
            hears(CAPTURED),
            hears(close(1, "23.40")),
            gives("5.00"),
            hears(refunded(CAPTURED, "5.00"))),
        row(
            "captured 50.00, closed 60.00, 5.00 given and paid back",
            "SETTLED HOLD_ONLY, shortfall 10.00",
            "5.00",
            hears(HOLD_ONLY),
            hears(close(1, "60.00")),
            gives("5.00"),
            hears(refunded(HOLD_ONLY, "5.00"))),
        row(
            "captured 23.40, closed 23.40, 5.00 given, of which 4.00 are paid back",
            "SETTLED FULL, shortfall 0.00",
            "4.00",
            hears(CAPTURED),
            hears(close(1, "23.40")),
            gives("5.00"),
            hears(cutShort(CAPTURED, "4.00", "5.00"))),
        row(
            "captured 23.40, closed 23.40, 5.00 given, corrected to 20.00",
            "CORRECTING [REFUND 8.40]",
            "0.00",
            hears(CAPTURED),
            hears(close(1, "23.40")),
            gives("5.00"),
            hears(close(2, "20.00"))),
        row(
            "captured 23.40, closed 23.40, 20.00 given and paid back, corrected to 5.00",
            "CORRECTING [REFUND 3.40]",
            "5.00",
            hears(CAPTURED),
            hears(close(1, "23.40")),
            gives("20.00"),
            hears(refunded(CAPTURED, "20.00")),
            hears(close(2, "5.00"))),
        row(
            "captured 23.40, closed 23.40, 5.00 given, and a person gives that up",
            "SETTLED FULL, shortfall 0.00",
            "0.00",
            hears(CAPTURED),
            hears(close(1, "23.40")),
            gives("5.00"),
            resolves(Resolution.Choice.WRITE_OFF)),
        row(
            "shortfall of 10.00 written off, 5.00 given and paid back",
            "SETTLED HOLD_ONLY, shortfall 10.00, written off 10.00",
            "5.00",
            hears(HOLD_ONLY),
            hears(close(1, "60.00")),
            resolves(Resolution.Choice.WRITE_OFF),
            gives("5.00"),
            hears(refunded(HOLD_ONLY, "5.00"))),
        row(
            "captured 23.40, closed 23.40, 5.00 asked for",
            "ATTENTION GOODWILL_WAITS",
            "0.00",
            hears(CAPTURED),
            hears(close(1, "23.40")),
            asks("5.00")),
        row(
            "captured 23.40, closed 23.40, 5.00 asked for and approved",
            "CORRECTING [REFUND 5.00]",
            "0.00",
            hears(CAPTURED),
            hears(close(1, "23.40")),
            asks("5.00"),
            rules(1, Goodwill.State.GRANTED)),
        row(
            "captured 23.40, closed 23.40, 5.00 asked for and rejected",
            "SETTLED FULL, shortfall 0.00",
            "0.00",
            hears(CAPTURED),
            hears(close(1, "23.40")),
            asks("5.00"),
            rules(1, Goodwill.State.REJECTED)));
  }

  private static Row row(String known, String then, String booked, Command... facts) {
    return new Row(known, then, booked, List.of(facts));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void isPaidBackAndBooked(Row row) {
    Run run = Run.of(row.facts().toArray(Command[]::new));
    assertThat(run.said()).isEqualTo(row.then());
    assertThat(run.balance(Account.GOODWILL)).isEqualTo(euro(row.booked()));
    assertThat(Overview.of(run.settlement()).hold().moved())
        .extracting(Overview.Moved::goodwill)
        .isEqualTo(euro(row.booked()));
    if (run.settlement() instanceof Settlement.Settled) {
      assertThat(run.minor(Account.RECEIVABLE_FROM_CARD_HOLDER)).isZero();
    }
  }

  @Test
  void isTheTableOfTheRules() throws IOException {
    String table =
        rows().stream()
            .map(row -> "| %s | %s | %s |".formatted(row.known(), row.then(), row.booked()))
            .collect(Collectors.joining("\n"));
    assertThat(Files.readString(Path.of("docs/rules.md"))).contains(table);
  }

  @Test
  void isAtMostWhatIsKept() {
    Settlement settled = Run.of(hears(CAPTURED), hears(close(1, "23.40"))).settlement();
    assertThat(Refunding.obstacle(settled, euro("23.40"))).isEmpty();
    assertThat(Refunding.obstacle(settled, euro("23.41"))).contains(Obstacle.TOO_MUCH);
    assertThat(Refunding.obstacle(settled, Money.ofMinor(CurrencyUnit.USD, 1)))
        .contains(Obstacle.OTHER_CURRENCY);
    Run run = Run.of(hears(CAPTURED), hears(close(1, "23.40")), gives("23.41"));
    assertThat(run.said()).isEqualTo("SETTLED FULL, shortfall 0.00");
  }

  @Test
  void waitsUntilAllElseIsDone() {
    Settlement decided = Run.of(hears(Given.held("50.00")), hears(close(1, "23.40"))).settlement();
    assertThat(Refunding.obstacle(decided, euro("1.00"))).contains(Obstacle.NOT_SETTLED);
    Settlement given =
        Run.of(hears(CAPTURED), hears(close(1, "23.40")), gives("5.00")).settlement();
    assertThat(Refunding.obstacle(given, euro("1.00"))).contains(Obstacle.NOT_SETTLED);
    assertThat(Refunding.obstacle(given, 1, Goodwill.State.GRANTED)).contains(Obstacle.NOT_WAITING);
    Settlement declined = Run.of(hears(Given.ended(Hold.Standing.DECLINED))).settlement();
    assertThat(Refunding.obstacle(declined, euro("1.00"))).contains(Obstacle.NOT_SETTLED);
  }

  @Test
  void isGivenOnceForOneKey() {
    Run run =
        Run.of(
            hears(CAPTURED),
            hears(close(1, "23.40")),
            gives("5.00"),
            hears(refunded(CAPTURED, "5.00")),
            gives("5.00"));
    assertThat(run.said()).isEqualTo("SETTLED FULL, shortfall 0.00");
    assertThat(run.changes()).endsWith(Change.SETTLED);
  }

  private static Command asks(String amount) {
    return Given.refund(amount, false);
  }

  private static Command resolves(Resolution.Choice choice) {
    var word = new Resolution.Word("Ann", "so be it", Given.NOON);
    return new Command.Resolved(Given.REFERENCE, choice, null, word);
  }
}
