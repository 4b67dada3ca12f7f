package dev.holdfast.authorization.gateway;

import java.time.Clock;
import java.time.Duration;

/** Circuits that open after three failures, and tried every ten seconds. */
public final class SomeCircuits {
  private SomeCircuits() {}

  public static Circuits at(Clock clock) {
    return new Circuits(new Settings(3, Duration.ofSeconds(10)), clock, vendor -> {});
  }

  private record Settings(int failures, Duration pause) implements CircuitSettings {}
}
