package dev.holdfast.simulator.payter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FaultTest {
  @ParameterizedTest
  @EnumSource(value = Route.Operation.class, mode = EnumSource.Mode.EXCLUDE, names = "CALLBACK")
  void onlyACallbackComesTwice(Route.Operation operation) {
    assertThatThrownBy(() -> fault(operation, Fault.Kind.DUPLICATE))
        .isInstanceOf(Refused.class)
        .hasMessage(
            "kind DUPLICATE makes no sense for %s. Use one of [ANSWER_LATE, ACT_THEN_DROP, ACT_LATE,"
                + " DROP, SERVER_ERROR, REFUSE].",
            operation);
  }

  @ParameterizedTest
  @EnumSource(names = {"ACT_THEN_DROP", "ACT_LATE", "SERVER_ERROR", "REFUSE"})
  void callbackHasNoAnswerToGoWrong(Fault.Kind kind) {
    assertThatThrownBy(() -> fault(Route.Operation.CALLBACK, kind))
        .isInstanceOf(Refused.class)
        .hasMessage(
            "kind %s makes no sense for CALLBACK. Use one of [ANSWER_LATE, DROP, DUPLICATE].",
            kind);
  }

  @ParameterizedTest
  @EnumSource(names = {"ANSWER_LATE", "DROP", "DUPLICATE"})
  void callbackGoesWrongInItsOwnWays(Fault.Kind kind) {
    assertThat(fault(Route.Operation.CALLBACK, kind).hits(Route.Operation.CALLBACK, "P1", 0))
        .isTrue();
  }

  @Test
  void faultIsUsedUp() {
    Fault twice = Fault.of(Route.Operation.REFUND, Fault.Kind.DROP, null, 2, null, null);

    assertThat(twice.used().flatMap(Fault::used)).isEmpty();
  }

  private static Fault fault(Route.Operation operation, Fault.Kind kind) {
    return Fault.of(operation, kind, null, null, null, null);
  }
}
