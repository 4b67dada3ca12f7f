package dev.holdfast.simulator.payter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LatencyTest {
  private final Latency latency = new Latency(100, 800);

  @Test
  void middleDrawIsTheMedian() {
    assertThat(latency.draw(0).toMillis()).isEqualTo(100);
  }

  @Test
  void drawAtThe99thPercentileIsTheP99() {
    assertThat(latency.draw(2.3263478740408408).toMillis()).isEqualTo(800);
  }

  @Test
  void noneTakesNoTime() {
    assertThat(Latency.NONE.draw(3)).isZero();
  }
}
