package dev.holdfast.settlement.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineRangeTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 999, 1_000, 1_001, 2_500, 200_002})
  void hasEachLineOfTheFileOnce(int lastLine) {
    int after = 0;
    for (LineRange range : LineRange.of(lastLine)) {
      assertThat(range.after()).isEqualTo(after);
      assertThat(range.upTo() - range.after()).isBetween(1, 1_000);
      after = range.upTo();
    }
    assertThat(after).isEqualTo(lastLine);
  }

  @Test
  void hasNothingOfAFileWithoutLines() {
    assertThat(LineRange.of(0)).isEmpty();
    assertThat(LineRange.of(1_001))
        .isEqualTo(List.of(new LineRange(0, 1_000), new LineRange(1_000, 1_001)));
  }
}
