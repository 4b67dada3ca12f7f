package dev.holdfast.settlement.core;

import static dev.holdfast.settlement.core.Given.captured;
import static dev.holdfast.settlement.core.Given.close;
import static dev.holdfast.settlement.core.Given.ended;
import static dev.holdfast.settlement.core.Given.hears;
import static dev.holdfast.settlement.core.Given.held;
import static dev.holdfast.settlement.core.Given.heldWithOverCommit;
import static dev.holdfast.settlement.core.Given.refunded;
import static dev.holdfast.settlement.core.Given.starts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.settlement.core.journal.JournalEntry.Account;
import dev.holdfast.settlement.core.payment.AttentionReason;
import dev.holdfast.settlement.core.payment.Hold;
import dev.holdfast.settlement.core.payment.Method;
import dev.holdfast.settlement.core.payment.Overview;
import dev.holdfast.settlement.core.payment.Resolution;
import dev.holdfast.settlement.core.payment.Settlement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Facts reach a settlement over several topics: any order, any number of times. */
class ArrivalOrderTest {
  private static final Command START = starts(Given.SESSION);
  private static final Hold CAPTURED = captured("50.00", Method.CAPTURE, "23.40");
  private static final Command OVERDUE = new Command.Overdue(Given.REFERENCE);
  private static final Hold HOLD_ONLY = captured("50.00", Method.HOLD, "50.00");

  /** What happened, each fact once, in the order in which it happened. */
  private static final List<List<Command>> HISTORIES =
      List.of(
          List.of(hears(held("50.00")), START, hears(close(1, "23.40")), hears(CAPTURED)),
          List.of(
              hears(heldWithOverCommit("50.00")),
              START,
              hears(close(1, "60.00")),
              hears(captured("50.00", Method.HOLD, "50.00"))),
          List.of(
              hears(held("50.00")),
              START,
              hears(close(1, "0.00")),
              hears(ended(Hold.Standing.RELEASED))),
          List.of(
              new Command.HoldPending(Given.REFERENCE),
              hears(ended(Hold.Standing.DECLINED)),
              hears(close(1, "23.40"))),
          List.of(hears(held("50.00")), hears(ended(Hold.Standing.EXPIRED)), START),
          List.of(
              hears(held("50.00")),
              START,
              hears(close(1, "23.40")),
              hears(ended(Hold.Standing.CAPTURE_FAILED)),
              hears(Given.hold(5, Hold.Standing.CAPTURE_FAILED, "50.00", false, null, "50.00")),
              hears(close(2, "20.00"))),
          List.of(
              hears(held("50.00")),
              OVERDUE,
              hears(ended(Hold.Standing.RELEASED)),
              START,
              hears(close(1, "23.40"))),
          List.of(hears(close(1, "23.40")), OVERDUE, hears(held("50.00")), START, hears(CAPTURED)),
          List.of(
              START,
              hears(close(1, "60.00")),
              OVERDUE,
              hears(held("50.00")),
              hears(close(2, "55.00")),
              hears(HOLD_ONLY)),
          List.of(
              hears(held("50.00")),
              START,
              hears(close(1, "23.40")),
              hears(CAPTURED),
              hears(close(2, "19.95")),
              hears(Given.cutShort(CAPTURED, "3.40", "3.45"))),
          List.of(
              hears(held("50.00")),
              START,
              hears(ended(Hold.Standing.EXPIRED)),
              hears(close(1, "23.40")),
              hears(close(2, "20.00"))),
          List.of(
              hears(held("50.00")),
              hears(close(1, "23.40")),
              hears(CAPTURED),
              hears(close(2, "20.00")),
              hears(refunded(CAPTURED, "3.40"))),
          List.of(
              hears(held("50.00")),
              hears(close(1, "60.00")),
              hears(captured("50.00", Method.HOLD, "50.00")),
              hears(close(2, "55.00"))),
          List.of(
              hears(held("50.00")),
              hears(close(1, "23.40")),
              hears(CAPTURED),
              hears(close(2, "20.00")),
              hears(refunded(CAPTURED, "3.40")),
              hears(close(3, "30.00"))));

  /** Facts that contradict each other: the first stands, so only what is asked is the same. */
  private static final Map<AttentionReason, List<Command>> CONTRADICTIONS =
      Map.of(
          AttentionReason.SECOND_SESSION,
          List.of(START, hears(close(1, "23.40")), hears(CAPTURED), starts("session-2")),
          AttentionReason.CONFLICTING_CLOSE,
          List.of(START, hears(close(1, "23.40")), hears(close(1, "23.50")), hears(CAPTURED)),
          AttentionReason.CURRENCY_MISMATCH,
          List.of(hears(held("50.00")), OVERDUE, START, Given.closesInDollars()),
          AttentionReason.REFUND_NOT_ASKED,
          List.of(
              START,
              hears(close(1, "23.40")),
              hears(CAPTURED),
              OVERDUE,
              hears(refunded(CAPTURED, "1.00"))));

  /** The facts as they arrived. */
  record Arrival(List<Command> happened, List<Command> arrived) {}

  @Provide
  Arbitrary<Arrival> arrivals() {
    return Arbitraries.of(HISTORIES).flatMap(ArrivalOrderTest::arrivals);
  }

  private static Arbitrary<Arrival> arrivals(List<Command> happened) {
    Arbitrary<List<Command>> again = Arbitraries.of(happened).list().ofMaxSize(6);
    return again
        .map(repeats -> concatenation(happened, repeats))
        .flatMap(Arbitraries::shuffle)
        .map(arrived -> new Arrival(happened, arrived));
  }

  private static List<Command> concatenation(List<Command> one, List<Command> other) {
    var all = new ArrayList<Command>(one);
    all.addAll(other);
    return all;
  }

  @Property(tries = 200)
  void endsTheSame(@ForAll("arrivals") Arrival arrival) {
    Settlement expected = run(arrival.happened()).settlement();
    Settlement actual = run(arrival.arrived()).settlement();
    assertThat(withoutVersion(actual)).isEqualTo(withoutVersion(expected));
  }

  /** The properties try some orders, with duplicates; this tries all, without. */
  @Example
  void endsTheSameInEveryOrder() {
    for (List<Command> happened : HISTORIES) {
      Run expected = run(happened);
      for (List<Command> arrived : orders(happened)) {
        Run actual = run(arrived);
        assertThat(withoutVersion(actual.settlement()))
            .as("%s", arrived)
            .isEqualTo(withoutVersion(expected.settlement()));
        assertThat(actual.entries()).isEqualTo(expected.entries());
      }
    }
  }

  @Example
  void asksAPersonTheSameInEveryOrder() {
    CONTRADICTIONS.forEach((reason, happened) -> {
      for (List<Command> arrived : orders(happened)) {
        Run run = run(arrived);
        assertThat(run.said()).as("%s", arrived).isEqualTo("ATTENTION " + reason);
        assertThat(run.ids()).doesNotHaveDuplicates();
        Hold hold = Objects.requireNonNull(run.settlement().hold());
        assertThat(run.balance(Account.RECEIVABLE_FROM_GATEWAY))
            .isEqualTo(hold.captured().minus(hold.refunded()));
      }
    });
  }

  @Property(tries = 200)
  void booksTheSame(@ForAll("arrivals") Arrival arrival) {
    Run expected = run(arrival.happened());
    Run actual = run(arrival.arrived());
    assertThat(actual.entries()).isEqualTo(expected.entries());
    assertThat(actual.ids()).doesNotHaveDuplicates();
  }

  @Property(tries = 200)
  void saysEachVersionOnce(@ForAll("arrivals") Arrival arrival) {
    Run run = run(arrival.arrived());
    assertThat(run.settlement().version()).isEqualTo(run.changes().size());
    long before = run.settlement().version();
    arrival.arrived().forEach(run::hear);
    assertThat(run.settlement().version()).isEqualTo(before);
  }

  @Property(tries = 200)
  void owesNothingOnceSettled(@ForAll("arrivals") Arrival arrival) {
    Run run = run(arrival.arrived());
    if (run.settlement() instanceof Settlement.Settled settled) {
      assertThat(run.balance(Account.RECEIVABLE_FROM_CARD_HOLDER).isZero()).isTrue();
      assertThat(run.balance(Account.OVERAGE_RECEIVABLE)).isEqualTo(settled.result().shortfall());
      assertThat(run.balance(Account.RECEIVABLE_FROM_GATEWAY))
          .isEqualTo(settled.hold().captured().minus(settled.hold().refunded()));
    }
  }

  /** A person sees the same, and decides on the same, whatever came first. */
  @Property(tries = 200)
  void endsTheSameOnceAPersonHasDecided(
      @ForAll("arrivals") Arrival arrival, @ForAll Resolution.Choice choice) {
    var word = new Resolution.Word("Ann", "nobody pays", Given.NOON);
    Command decided = new Command.Resolved(Given.REFERENCE, choice, null, word);
    Run expected = run(arrival.happened());
    Run actual = run(arrival.arrived());
    expected.hear(decided);
    actual.hear(decided);
    arrival.arrived().forEach(actual::hear);
    assertThat(withoutVersion(actual.settlement()))
        .isEqualTo(withoutVersion(expected.settlement()));
    assertThat(actual.entries()).isEqualTo(expected.entries());
    assertThat(actual.ids()).doesNotHaveDuplicates();
  }

  private static List<List<Command>> orders(List<Command> happened) {
    if (happened.isEmpty()) {
      return List.of(List.of());
    }
    var orders = new ArrayList<List<Command>>();
    for (int first = 0; first < happened.size(); first++) {
      var others = new ArrayList<Command>(happened);
      List<Command> head = List.of(others.remove(first));
      orders(others).forEach(rest -> orders.add(concatenation(head, rest)));
    }
    return orders;
  }

  private static Run run(List<Command> commands) {
    return Run.of(commands.toArray(Command[]::new));
  }

  private static List<Object> withoutVersion(Settlement settlement) {
    return List.of(
        settlement.status(),
        settlement.plan(),
        String.valueOf(settlement.hold()),
        String.valueOf(settlement.session()),
        Overview.of(settlement).verdict());
  }
}
