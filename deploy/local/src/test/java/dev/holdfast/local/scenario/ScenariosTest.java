package dev.holdfast.local.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScenariosTest {
  static Stream<Scenario> settled() {
    return Scenarios.ALL.stream().filter(scenario -> scenario.expected().session() != null);
  }

  @Test
  void eachScenarioHasANameOfItsOwn() {
    assertThat(Scenarios.ALL).extracting(Scenario::name).doesNotHaveDuplicates().hasSize(19);
  }

  @ParameterizedTest
  @MethodSource("settled")
  void expectedAmountsAddUp(Scenario scenario) {
    Result expected = scenario.expected();
    Money hold = Amounts.eur(Scenarios.HOLD);

    assertThat(expected.hold()).isLessThanOrEqualTo(hold);
    assertThat(sum(expected.captured(), expected.shortfall())).isEqualTo(expected.session());
    // What goes above the hold is not taken from it, and a hold that lapsed gives nothing back.
    if (!"NOT_COVERED".equals(expected.outcome())) {
      assertThat(sum(expected.captured(), expected.released()))
          .isGreaterThanOrEqualTo(expected.hold());
    }
  }

  @ParameterizedTest
  @MethodSource("settled")
  void sessionThatIsClosedHasTheExpectedTotal(Scenario scenario) {
    assertThat(scenario.steps())
        .filteredOn(Step.CloseSession.class::isInstance)
        .extracting(step -> ((Step.CloseSession) step).total())
        .containsExactly(scenario.expected().session());
  }

  private static Money sum(@Nullable Money first, @Nullable Money second) {
    return Money.total(Objects.requireNonNull(first), Objects.requireNonNull(second));
  }
}
