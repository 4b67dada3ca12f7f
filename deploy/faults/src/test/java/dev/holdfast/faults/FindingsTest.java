package dev.holdfast.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.faults.Plan.Ending;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FindingsTest {
  private static final Instant TAP = Instant.parse("2026-03-01T12:00:00Z");
  private static final String REFERENCE = "019ca945-0a00-7000-8000-000000000000";
  private static final Cell CELL = new Cell(Target.BROKER, Kind.STOPPED);
  private static final Hold CAPTURED = hold("CAPTURED", "");
  private static final Map<String, String> SETTLED = Map.of("status", "SETTLED", "outcome", "FULL");

  @Test
  void aPaymentOnWhichEverybodyAgreesIsNoDifference() {
    assertThat(found(closed(Ending.CLOSED), new Moves(2_340, 1, 0), 2_340, CAPTURED, SETTLED))
        .isEmpty();
  }

  @Test
  void moneyThatOnlyTheGatewayKnowsIsFound() {
    assertThat(found(closed(Ending.CLOSED), new Moves(2_340, 1, 0), 0, CAPTURED, SETTLED))
        .containsExactly(Check.LEDGER_DIFFERS);
  }

  @Test
  void moneyThatIsTakenTwiceIsFound() {
    assertThat(found(closed(Ending.CLOSED), new Moves(4_680, 2, 0), 2_340, CAPTURED, SETTLED))
        .containsExactly(Check.LEDGER_DIFFERS, Check.TAKEN_TWICE, Check.WRONG_AMOUNT);
  }

  @Test
  void moneyThatNobodyAskedForIsFound() {
    assertThat(found(asked(Ending.CANCELLED), new Moves(2_340, 1, 0), 2_340, CAPTURED, SETTLED))
        .containsExactly(Check.TAKEN_UNASKED);
  }

  @Test
  void aSessionOfWhichNothingIsKnownIsFound() {
    assertThat(found(closed(Ending.CLOSED), Moves.NONE, 0, hold("RELEASED", ""), Map.of()))
        .containsExactly(Check.CLOSE_LOST, Check.WRONG_AMOUNT);
  }

  @Test
  void aPersonIsOnlyAskedWhereSessionsContradictThemselves() {
    Map<String, String> asks = Map.of("status", "ATTENTION", "reason", "CONFLICTING_CLOSE");
    Moves right = new Moves(2_340, 1, 0);

    assertThat(found(closed(Ending.CONTRADICTED), right, 2_340, CAPTURED, asks)).isEmpty();
    // Both totals were heard before anything was decided: the hold waits for the person.
    Moves nothingYet = new Moves(0, 0, 5_000);
    assertThat(found(closed(Ending.CONTRADICTED), nothingYet, 0, hold("HELD", ""), asks)).isEmpty();
    assertThat(found(closed(Ending.CLOSED), right, 2_340, CAPTURED, asks))
        .containsExactly(Check.CLOSE_LOST);
  }

  @Test
  void aReferenceThatIsNotKnownAnyMoreIsFound() {
    Facts facts = facts(Moves.NONE, 0, Map.of(), Map.of());

    assertThat(Findings.of(facts, List.of(asked(Ending.CANCELLED)), List.of()))
        .extracting(Difference::check)
        .containsExactly(Check.REFERENCE_LOST);
  }

  @Test
  void aHoldThatNobodyEndsIsFound() {
    assertThat(
            found(asked(Ending.CANCELLED), new Moves(0, 0, 5_000), 0, hold("HELD", ""), Map.of()))
        .containsExactly(Check.HOLD_LEFT, Check.WITHOUT_END);
  }

  @Test
  void attentionIsFound() {
    Hold odd = hold("CAPTURED", "took 1, asked for 2");

    assertThat(found(closed(Ending.CLOSED), new Moves(2_340, 1, 0), 2_340, odd, SETTLED))
        .containsExactly(Check.NEEDS_A_PERSON);
  }

  @Test
  void aDifferenceBelongsToTheFaultsInWhoseTimeItWas() {
    Facts facts = facts(new Moves(2_340, 1, 0), 0, Map.of(REFERENCE, CAPTURED), Map.of());
    Struck meanwhile = new Struck(CELL, TAP.minusSeconds(10), TAP.plusSeconds(10));
    Struck later =
        new Struck(
            new Cell(Target.DATABASE, Kind.KILLED), TAP.plusSeconds(600), TAP.plusSeconds(610));

    assertThat(Findings.of(facts, List.of(), List.of(meanwhile, later)))
        .allMatch(difference -> difference.cells().equals(Set.of(CELL)));
  }

  private static List<Check> found(
      Payment payment, Moves gateway, long booked, Hold hold, Map<String, String> settlement) {
    return Findings.of(
            facts(gateway, booked, Map.of(REFERENCE, hold), Map.of(REFERENCE, settlement)),
            List.of(payment),
            List.of())
        .stream()
        .map(Difference::check)
        .toList();
  }

  private static Facts facts(
      Moves gateway,
      long booked,
      Map<String, Hold> holds,
      Map<String, Map<String, String>> settled) {
    return new Facts(
        Map.of(REFERENCE, gateway),
        new Ledger(Map.of(REFERENCE, booked), Map.of()),
        holds,
        settled,
        List.of(),
        List.of());
  }

  private static Payment asked(Ending ending) {
    Plan plan = new Plan(ending, Plan.closes(ending, 2_340), Duration.ZERO, Duration.ZERO, true);
    Payment payment = new Payment(1, new Terminal("P1", Bank.GRANTS_EVERYTHING, false), plan, TAP);
    payment.told(REFERENCE, "HELD");
    return payment;
  }

  private static Payment closed(Ending ending) {
    Payment payment = asked(ending);
    payment
        .plan()
        .closes()
        .forEach(close -> {
          payment.sending(close);
          payment.acknowledged();
        });
    return payment;
  }

  private static Hold hold(String status, String attention) {
    return new Hold(REFERENCE, "P1", status, List.of("AUTHORIZE:APPROVED"), "", attention);
  }
}
