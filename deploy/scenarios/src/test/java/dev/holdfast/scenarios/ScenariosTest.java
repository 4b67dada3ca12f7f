package dev.holdfast.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScenariosTest {
  private static final Set<String> NOTHING_DUE = Set.of("REFUND", "ACCEPT_FIRST");

  static Stream<Scenario> closed() {
    return Scenarios.ALL.stream().filter(scenario -> scenario.expected().session() != null);
  }

  static Stream<Scenario> settled() {
    return closed().filter(scenario -> scenario.expected().shortfall() != null);
  }

  @Test
  void eachScenarioHasANameOfItsOwn() {
    assertThat(Scenarios.ALL).extracting(Scenario::name).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("settled")
  void expectedAmountsAddUp(Scenario scenario) {
    Result expected = scenario.expected();
    Money hold = Amounts.eur(Scenarios.HOLD);

    assertThat(expected.hold()).isLessThanOrEqualTo(hold);
    assertThat(sum(expected.captured(), expected.shortfall()))
        .isEqualTo(sum(expected.session(), expected.refunded()).minus(given(scenario)));
    // What goes above the hold is not taken from it, and a hold that lapsed gives nothing back.
    if (!"NOT_COVERED".equals(expected.outcome())) {
      assertThat(sum(expected.captured(), expected.released()))
          .isGreaterThanOrEqualTo(expected.hold());
    }
  }

  @ParameterizedTest
  @MethodSource("closed")
  void expectedTotalIsOneThatThePlatformPublishes(Scenario scenario) {
    assertThat(scenario.steps().stream().flatMap(ScenariosTest::total))
        .contains(scenario.expected().session());
  }

  private static Stream<Money> total(Step step) {
    return switch (step) {
      case Step.CloseSession close -> Stream.of(close.total());
      case Step.CloseAgain again -> Stream.of(again.total());
      // A person may say that nothing is due.
      case Step.Resolve(var resolution) when NOTHING_DUE.contains(resolution) ->
          Stream.of(Amounts.eur(0));
      default -> Stream.empty();
    };
  }

  /** What support gave back is no part of the price. */
  private static Money given(Scenario scenario) {
    return scenario.steps().stream()
        .flatMap(
            step -> step instanceof Step.GiveBack(var amount) ? Stream.of(amount) : Stream.of())
        .reduce(Amounts.eur(0), Money::plus);
  }

  private static Money sum(@Nullable Money first, @Nullable Money second) {
    return Money.total(Objects.requireNonNull(first), Objects.requireNonNull(second));
  }
}
