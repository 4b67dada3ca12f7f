package dev.holdfast.benchmarks;

import dev.holdfast.launcher.system.Progress;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Watches a system until two windows that follow each other agree within a tenth: in the tap
 * without the gateway, and in the processor time of a payment.
 *
 * @param atMost how long it watches before it gives up
 */
record WarmUp(Duration atMost, Progress progress) {
  private static final double AGREE_WITHIN = 0.1;

  /** Returns when the system is warm; says so if it did not become warm in time. */
  void watch(Supplier<PaymentFigures> window) {
    long begin = System.nanoTime();
    PaymentFigures before = window.get();
    PaymentFigures now = window.get();
    while (!agree(before, now)) {
      if (System.nanoTime() - begin > atMost.toNanos()) {
        progress.say(
            "  NOT warm: no two windows agreed within %d minutes; counted all the same"
                .formatted(atMost.toMinutes()));
        return;
      }
      before = now;
      now = window.get();
    }
    progress.done("warm: two windows agree", begin);
  }

  private static boolean agree(PaymentFigures one, PaymentFigures other) {
    return !one.payments().isEmpty()
        && !other.payments().isEmpty()
        && agree(one.median(), other.median())
        && agree(one.cpuMillis(), other.cpuMillis());
  }

  static boolean agree(double one, double other) {
    return Math.abs(one - other) <= AGREE_WITHIN * Math.max(one, other);
  }
}
