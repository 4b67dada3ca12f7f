package dev.holdfast.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellsTest {
  @Test
  void everyTargetIsBrokenInEveryWay() {
    assertThat(Cells.ALL.all()).hasSize(7 * 6).isEqualTo(Cell.ALL);
  }

  @ParameterizedTest
  @CsvSource({"*:stopped, 7", "broker:*, 6", "payment-authorization:cut-off, 1"})
  void aStarFitsAny(String pattern, int cells) {
    assertThat(Cells.parse(pattern).all()).hasSize(cells);
  }

  @Test
  void severalPatternsAreSeparatedByCommas() {
    assertThat(Cells.parse("broker:stopped, database:killed").all())
        .extracting(Cell::toString)
        .containsExactly("broker:stopped", "database:killed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"broker", "broker:", "broker:gone", "moon:stopped", "", "a:b:c"})
  void saysWhatCanBeAskedFor(String pattern) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Cells.parse(pattern))
        .withMessageContaining("target:fault")
        .withMessageContaining("session-settlement")
        .withMessageContaining("cut-off");
  }
}
