package dev.holdfast.checks.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GapsTest {
  private final Gaps gaps = new Gaps();

  @Test
  void isFilledFromAnyEnd() {
    gaps.add(3, 7);

    assertThat(gaps.fill(2)).isFalse();
    assertThat(gaps.fill(5)).isTrue();
    assertThat(gaps.fill(5)).isFalse();
    assertThat(gaps.words(9)).isEqualTo("versions 3 to 4, 6 to 7");
    assertThat(gaps.fill(3)).isTrue();
    assertThat(gaps.fill(7)).isTrue();
    assertThat(gaps.words(9)).isEqualTo("versions 4, 6");
    assertThat(gaps.fill(4)).isTrue();
    assertThat(gaps.words(9)).isEqualTo("version 6");
  }

  @Test
  void onlyWhatWasEverThereCounts() {
    gaps.add(2, 1_000_000_000_000L);

    assertThat(gaps.count(4)).isEqualTo(3);
    assertThat(gaps.count(1)).isZero();
    assertThat(gaps.words(4)).isEqualTo("versions 2 to 4");
  }

  @Test
  void aRangeThatEndsBeforeItBeginsIsNone() {
    gaps.add(3, 2);

    assertThat(gaps.count(9)).isZero();
  }
}
