package dev.holdfast.delivery;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/**
 * The clock of a service ticks as finely as its rows and records can keep; nobody reads another
 * one.
 */
final class Microseconds {
  private static final Duration MICROSECOND = Duration.ofNanos(1_000);

  private Microseconds() {}

  @Produces
  @Singleton
  static Clock clock() {
    return Clock.tick(Clock.systemUTC(), MICROSECOND);
  }
}
