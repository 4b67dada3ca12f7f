package dev.holdfast.benchmarks.counters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ReadingTest {
  private final Reading before = new Reading(Map.of("broker", 100L), Map.of(Reading.COMMITS, 10L));
  private final Reading after =
      new Reading(
          Map.of("broker", 160L, "simulator", 5L),
          Map.of(Reading.COMMITS, 40L, Reading.RECORDS, 7L));

  @Test
  void whatWasNotReadBeforeIsLeftOut() {
    assertThat(after.since(before))
        .isEqualTo(new Reading(Map.of("broker", 60L), Map.of(Reading.COMMITS, 30L)));
  }

  @Test
  void whatCannotBeCountedIsAbsentAndNotZero() {
    Reading moved = after.since(before).with(Reading.EXCEPTIONS, OptionalLong.empty());

    assertThat(moved.each(Reading.EXCEPTIONS, 10)).isEmpty();
    assertThat(moved.each(Reading.COMMITS, 10)).hasValue(3);
    assertThat(moved.with(Reading.EXCEPTIONS, OptionalLong.of(0)).each(Reading.EXCEPTIONS, 10))
        .hasValue(0);
  }
}
