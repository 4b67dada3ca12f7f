package dev.holdfast.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.benchmarks.TapFigures.Tapped;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TapFiguresTest {
  @Test
  void aPercentileIsTheSmallestValueThatSoManyDoNotExceed() {
    long[] hundred = LongStream.rangeClosed(1, 100).map(value -> 101 - value).toArray();

    assertThat(TapFigures.percentile(hundred, 0.5)).isEqualTo(50);
    assertThat(TapFigures.percentile(hundred, 0.99)).isEqualTo(99);
    assertThat(TapFigures.percentile(hundred, 1)).isEqualTo(100);
    assertThat(TapFigures.percentile(new long[] {7}, 0.5)).isEqualTo(7);
    assertThat(TapFigures.percentile(new long[0], 0.5)).isZero();
  }

  @Test
  void theGatewaysTimeIsTakenOut() {
    var figures =
        new TapFigures(
            Duration.ofSeconds(2),
            List.of(new Tapped(30_000, 20_000), new Tapped(50_000, 45_000), new Tapped(9, 10)),
            List.of("HTTP 409"));

    assertThat(figures.perSecond()).isEqualTo(1.5);
    assertThat(figures.added(0.5)).isEqualTo(5_000);
    assertThat(figures.total(1)).isEqualTo(50_000);
    assertThat(figures.cells("round"))
        .containsExactly("round", "2", "30.0 ms", "50.0 ms", "5.0 ms", "10.0 ms", "3", "1");
  }
}
