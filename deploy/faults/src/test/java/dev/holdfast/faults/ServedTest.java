package dev.holdfast.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ServedTest {
  private static final Instant MENDED = Instant.parse("2026-03-01T12:00:00Z");

  private final Served served = new Served();

  @Test
  void servesAgainOnceBothATapAndASessionWereServed() {
    served.held(MENDED.plusSeconds(1), MENDED.plusSeconds(3));
    assertThat(served.againAfter(MENDED)).isEmpty();

    served.settled(MENDED.plusSeconds(5), MENDED.plusSeconds(9));
    assertThat(served.againAfter(MENDED)).contains(Duration.ofSeconds(9));
  }

  @Test
  void whatWasBegunBeforeSaysNothing() {
    served.held(MENDED.minusSeconds(9), MENDED.plusSeconds(1));
    served.held(MENDED.plusSeconds(2), MENDED.plusSeconds(4));
    served.settled(MENDED.minusSeconds(9), MENDED.plusSeconds(1));
    served.settled(MENDED.plusSeconds(1), MENDED.plusSeconds(2));

    assertThat(served.againAfter(MENDED)).contains(Duration.ofSeconds(4));
  }
}
