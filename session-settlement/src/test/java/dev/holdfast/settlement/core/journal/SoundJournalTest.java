package dev.holdfast.settlement.core.journal;

import static dev.holdfast.settlement.core.Given.captured;
import static dev.holdfast.settlement.core.Given.close;
import static dev.holdfast.settlement.core.Given.ended;
import static dev.holdfast.settlement.core.Given.euro;
import static dev.holdfast.settlement.core.Given.hears;
import static dev.holdfast.settlement.core.Given.held;
import static dev.holdfast.settlement.core.Given.refunded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.settlement.core.Command;
import dev.holdfast.settlement.core.Given;
import dev.holdfast.settlement.core.Run;
import dev.holdfast.settlement.core.journal.JournalEntry.Account;
import dev.holdfast.settlement.core.payment.Hold;
import dev.holdfast.settlement.core.payment.Method;
import dev.holdfast.settlement.core.payment.Resolution;
import dev.holdfast.settlement.core.payment.Settlement;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Whatever is heard and decided, in whatever order: the journal says what became of the money. */
class SoundJournalTest {
  private static final List<String> PRICES =
      List.of("0.00", "15.00", "19.95", "20.00", "21.00", "23.00", "23.40", "30.00", "60.00");

  @Property
  void agreesWithTheSettlementAfterEveryStep(@ForAll("histories") List<Command> history) {
    var run = new Run();
    for (Command command : history) {
      run.hear(command);
      if (!run.changes().isEmpty()) {
        agree(run);
      }
    }
  }

  private static void agree(Run run) {
    Hold hold = run.settlement().hold();
    if (hold != null && run.settlement().session() != null) {
      assertThat(run.balance(Account.RECEIVABLE_FROM_GATEWAY))
          .isEqualTo(hold.captured().minus(hold.refunded()));
    }
    if (run.settlement() instanceof Settlement.Settled settled) {
      var result = settled.result();
      var writtenOff = result.writtenOff() == null ? euro("0.00") : result.writtenOff();
      assertThat(run.balance(Account.RECEIVABLE_FROM_CARD_HOLDER).isZero()).isTrue();
      assertThat(run.balance(Account.WRITE_OFFS)).isEqualTo(writtenOff);
      var lost = writtenOff.isPositive() ? writtenOff : euro("0.00");
      assertThat(run.balance(Account.OVERAGE_RECEIVABLE)).isEqualTo(result.shortfall().minus(lost));
    }
    assertThat(run.ids()).doesNotHaveDuplicates();
  }

  @Provide
  Arbitrary<List<Command>> histories() {
    Arbitrary<Hold> captures =
        Arbitraries.of(
            captured("50.00", Method.CAPTURE, "23.40"), captured("50.00", Method.HOLD, "50.00"));
    Arbitrary<List<String>> refunds = Arbitraries.of("1.00", "3.40", "10.00").list().ofSize(3);
    return Combinators.combine(captures, refunds).flatAs(SoundJournalTest::histories);
  }

  private static Arbitrary<List<Command>> histories(Hold captured, List<String> refunds) {
    return Arbitraries.frequencyOf(
            Tuple.of(5, closes()),
            Tuple.of(4, holds(captured, refunds)),
            Tuple.of(3, resolutions()),
            Tuple.of(1, Arbitraries.of(new Command.Overdue(Given.REFERENCE), Given.ELSEWHERE)))
        .list()
        .ofMinSize(3)
        .ofMaxSize(14)
        .map(SoundJournalTest::inVersions);
  }

  private static Arbitrary<Command> closes() {
    return Combinators.combine(
            Arbitraries.of(Given.SESSION, Given.SESSION, "session-2"),
            Arbitraries.integers().between(1, 4),
            Arbitraries.of(PRICES))
        .as((session, revision, price) -> hears(close(session, revision, euro(price))));
  }

  /** An attempt that moved money has moved it, however many come after it. */
  private static Arbitrary<Command> holds(Hold captured, List<String> refunds) {
    return Arbitraries.of(
            held("50.00"),
            ended(Hold.Standing.CAPTURE_FAILED),
            captured,
            captured,
            refunded(captured, refunds.get(0)),
            refunded(captured, refunds.get(0), refunds.get(1)),
            refunded(captured, refunds.toArray(String[]::new)))
        .map(Given::hears);
  }

  private static Arbitrary<Command> resolutions() {
    var word = new Resolution.Word("Ann", "so be it", Given.NOON);
    return Combinators.combine(
            Arbitraries.of(Resolution.Choice.class), Arbitraries.integers().between(1, 3))
        .as((choice, number) -> new Command.Resolved(Given.REFERENCE, choice, number, word));
  }

  /** Each state of the hold is news. */
  private static List<Command> inVersions(List<Command> commands) {
    var numbered = new ArrayList<Command>();
    for (Command command : commands) {
      numbered.add(
          command instanceof Command.HoldChanged(var reference, Hold hold)
              ? hears(Given.again(hold, numbered.size() + 1L))
              : command);
    }
    return numbered;
  }
}
