package dev.holdfast.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.benchmarks.SettlementFigures.Inserted;
import dev.holdfast.benchmarks.SettlementFigures.Paced;
import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SettlementFiguresTest {
  private static final Inserted PLAIN = new Inserted(800_000, Duration.ofSeconds(10));
  private static final Inserted WITH_OUTBOX = new Inserted(1_600_000, Duration.ofSeconds(15));

  private final SettlementFigures figures =
      new SettlementFigures(
          200_000,
          Duration.ofSeconds(40),
          6_000,
          PLAIN,
          WITH_OUTBOX,
          new Paced(2_500, LongStream.rangeClosed(1, 100).map(i -> i * 1_000).toArray()));

  @Test
  void theRatioIsThatOfTheRates() {
    assertThat(figures.ratioTo(PLAIN)).isEqualTo(0.25);
    assertThat(SettlementFigures.perSecond(200_000, Duration.ofSeconds(40))).isEqualTo(5_000);
  }

  @Test
  void whatWasMeasuredIsPrinted() {
    assertThat(String.join("\n", figures.lines()))
        .contains("5,000", "6,000", "20,000", "0.25", "0.38", "800,000", "2,500/s")
        .contains("p50 50.0 ms", "p99 99.0 ms");
  }
}
