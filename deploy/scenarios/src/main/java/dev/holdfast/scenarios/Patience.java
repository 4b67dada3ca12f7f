package dev.holdfast.scenarios;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for something to be seen, so long and no longer. */
public final class Patience {
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final Duration limit;

  /** Will wait so long at most. */
  public Patience(Duration limit) {
    this.limit = limit;
  }

  /**
   * Looks until it sees what is awaited.
   *
   * @throws IllegalStateException when the time is over; says what was awaited and seen last
   */
  public <T> T until(String awaited, Supplier<T> look, Predicate<T> fits) {
    long end = System.nanoTime() + limit.toNanos();
    T seen = look.get();
    while (!fits.test(seen)) {
      if (System.nanoTime() - end > 0) {
        throw new IllegalStateException(
            "awaited %s for %d s, seen last: %s".formatted(awaited, limit.toSeconds(), seen));
      }
      try {
        Thread.sleep(PAUSE);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("stopped while awaiting " + awaited, stopped);
      }
      seen = look.get();
    }
    return seen;
  }
}
