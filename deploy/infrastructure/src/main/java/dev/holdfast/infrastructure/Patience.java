package dev.holdfast.infrastructure;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waiting for something that another process does. */
final class Patience {
  private static final Duration PAUSE = Duration.ofMillis(50);

  private Patience() {}

  /** Whether the condition came true in time. Ends early, with false, when interrupted. */
  static boolean until(Duration atMost, BooleanSupplier condition) {
    long end = System.nanoTime() + atMost.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        return false;
      }
      try {
        Thread.sleep(PAUSE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return true;
  }
}
