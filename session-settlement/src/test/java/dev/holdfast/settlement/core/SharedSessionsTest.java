package dev.holdfast.settlement.core;

import static dev.holdfast.settlement.core.Given.close;
import static dev.holdfast.settlement.core.Given.hears;
import static dev.holdfast.settlement.core.Given.held;
import static dev.holdfast.settlement.core.Given.starts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.settlement.core.SharedSessions.Claim;
import dev.holdfast.settlement.core.payment.Reference;
import dev.holdfast.settlement.core.payment.Settlement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A session is taken by one payment of a CPO: the one that was first to have a price for it. */
class SharedSessionsTest {
  private static final Claim TAKEN = new Claim(Given.CPO, Given.SESSION);
  private static final Reference OTHER =
      new Reference(UUID.fromString("01934d3a-7c00-7000-8000-000000000002"));

  @Test
  void isTakenOnceThereIsAHoldAndAPrice() {
    assertThat(taken(hears(held("50.00")), starts(Given.SESSION))).isFalse();
    assertThat(taken(hears(close(1, "23.40")))).isFalse();
    assertThat(taken(hears(held("50.00")), hears(close(1, "0.00")))).isFalse();
    assertThat(taken(hears(close(1, "23.40")), hears(held("50.00")))).isTrue();
    assertThat(taken(hears(held("50.00")), hears(close(1, "23.40")), hears(close(2, "0.00"))))
        .isTrue();
  }

  @Test
  void isNotTakenByAPaymentThatWasToldOfTheOther() {
    assertThat(taken(hears(held("50.00")), Given.ELSEWHERE, hears(close(1, "23.40")))).isFalse();
  }

  @Test
  void isSaidToThePaymentThatComesSecondAndToNoOther() {
    Settlement one = Run.of(hears(held("50.00"))).settlement();
    Decision closed = Given.RULES.decide(one, hears(close(1, "23.40"))).orElseThrow();
    var before = Map.of(Given.REFERENCE, one);
    assertThat(SharedSessions.fresh(before, List.of(closed)))
        .containsExactly(Map.entry(TAKEN, Given.REFERENCE));
    assertThat(elsewhere(before, closed, Map.of(TAKEN, Given.REFERENCE))).isEmpty();
    assertThat(elsewhere(before, closed, Map.of())).isEmpty();
    assertThat(elsewhere(before, closed, Map.of(TAKEN, OTHER))).containsExactly(Given.ELSEWHERE);
    // It has it already: nothing is asked again.
    assertThat(elsewhere(Map.of(Given.REFERENCE, closed.after()), closed, Map.of(TAKEN, OTHER)))
        .isEmpty();
  }

  private static List<Command> elsewhere(
      Map<Reference, Settlement> before, Decision decision, Map<Claim, Reference> owners) {
    return SharedSessions.elsewhere(before, List.of(decision), owners);
  }

  private static boolean taken(Command... facts) {
    return SharedSessions.of(Run.of(facts).settlement()).equals(Optional.of(TAKEN));
  }
}
