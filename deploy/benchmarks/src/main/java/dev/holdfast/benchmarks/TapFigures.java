package dev.holdfast.benchmarks;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What a round of taps came to.
 *
 * @param micros of each tap, in all, and of it at the gateway
 * @param errors what was answered instead of a hold
 */
record TapFigures(Duration time, List<Tapped> micros, List<String> errors) {

  /** One tap, in microseconds: from the request to the hold, and of it in the gateway's hands. */
  record Tapped(long total, long gateway) {
    long added() {
      return Math.max(0, total - gateway);
    }
  }

  double perSecond() {
    return micros.size() / (time.toNanos() / 1e9);
  }

  /** How long that share of the taps took at most, without the gateway's time; in microseconds. */
  long added(double share) {
    return percentile(micros.stream().mapToLong(Tapped::added).toArray(), share);
  }

  /** As {@link #added}, with the gateway's time. */
  long total(double share) {
    return percentile(micros.stream().mapToLong(Tapped::total).toArray(), share);
  }

  /** The smallest value that so large a share of all does not exceed; 0 of none. */
  static long percentile(long[] values, double share) {
    if (values.length == 0) {
      return 0;
    }
    Arrays.sort(values);
    int rank = (int) Math.ceil(share * values.length);
    return values[Math.clamp(rank - 1L, 0, values.length - 1)];
  }

  List<String> cells(String round) {
    return List.of(
        round,
        Long.toString(Math.round(perSecond())),
        millis(total(0.5)),
        millis(total(0.99)),
        millis(added(0.5)),
        millis(added(0.99)),
        Integer.toString(micros.size()),
        Integer.toString(errors.size()));
  }

  private static String millis(long micros) {
    return String.format(Locale.ROOT, "%.1f ms", micros / 1e3);
  }
}
