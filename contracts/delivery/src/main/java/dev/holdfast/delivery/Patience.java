package dev.holdfast.delivery;

import java.time.Duration;

/** How long to wait for something, from now on; no one who sets the clock makes it longer. */
final class Patience {
  private final long begin = System.nanoTime();
  private final long nanos;

  private Patience(long nanos) {
    this.nanos = nanos;
  }

  static Patience of(Duration patience) {
    return new Patience(patience.toNanos());
  }

  boolean isOver() {
    return System.nanoTime() - begin > nanos;
  }
}
