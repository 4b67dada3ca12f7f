package dev.holdfast.simulator.payter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MovementsTest {
  private final Movements movements = new Movements();

  @BeforeEach
  void movePaymentsWithNamesThatBeginAlike() {
    add("a", 1);
    add("a:AUTHORIZE:1", 2);
    add("a:AUTHORIZE:12", 3);
    add("ab:AUTHORIZE:1", 4);
    add("a:REFUND:1", 5);
  }

  @ParameterizedTest
  @CsvSource(
      value = {
        "a, 1 2 3 5",
        "a:AUTHORIZE, 2 3",
        "a:AUTHORIZE:1, 2",
        "ab, 4",
        "b, ''",
        "a:, ''",
      })
  void findsThoseOfAPaymentOrOfAnAttempt(String reference, String amounts) {
    assertThat(amounts(reference)).isEqualTo(amounts);
  }

  @Test
  void listsAllInOrderOfTime() {
    assertThat(movements.all())
        .extracting(Movement::minorUnits)
        .containsExactly(1L, 2L, 3L, 4L, 5L);
  }

  private String amounts(String reference) {
    return String.join(
        " ",
        movements.of(reference).stream()
            .map(movement -> Long.toString(movement.minorUnits()))
            .toList());
  }

  private void add(String reference, long minorUnits) {
    movements.add(
        new Movement(
            Instant.EPOCH,
            Cloud.TEST,
            "P1",
            "session",
            reference,
            Movement.Kind.TAKEN,
            minorUnits,
            "EUR"));
  }
}
