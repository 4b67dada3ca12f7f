package dev.holdfast.simulator.payter;

import java.time.Duration;

/** How long the cloud takes: log-normal, by its median and its 99th percentile. */
record Latency(long medianMillis, long p99Millis) {
  static final Latency NONE = new Latency(0, 0);
  private static final double NORMAL_P99 = 2.3263478740408408;
  private static final long LONGEST_MILLIS = 600_000;

  Latency {
    if (medianMillis < 0 || p99Millis < medianMillis || p99Millis > LONGEST_MILLIS) {
      throw Refused.badInput(
          "medianMillis must be 0 or more, and p99Millis between it and " + LONGEST_MILLIS + ".");
    }
  }

  /** The latency for a draw from the standard normal distribution. */
  Duration draw(double gaussian) {
    if (medianMillis == 0) {
      return Duration.ZERO;
    }
    double sigma = Math.log((double) p99Millis / medianMillis) / NORMAL_P99;
    double millis = medianMillis * Math.exp(sigma * gaussian);
    return Duration.ofMillis(Math.min(LONGEST_MILLIS, Math.round(millis)));
  }
}
