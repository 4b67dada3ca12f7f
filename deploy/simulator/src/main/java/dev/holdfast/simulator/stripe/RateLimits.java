package dev.holdfast.simulator.stripe;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;

/**
 * How many requests of an account are taken in any second: of one endpoint, whatever the id, and in
 * all. What is refused counts, too: the strictest reading of what is published.
 */
final class RateLimits {
  private static final Duration WINDOW = Duration.ofSeconds(1);

  private final Clock clock;
  private final Map<Endpoint, Deque<Instant>> byEndpoint = new EnumMap<>(Endpoint.class);
  private final Deque<Instant> all = new ArrayDeque<>();
  private final Map<Endpoint, Long> calls = new EnumMap<>(Endpoint.class);
  private final Map<Endpoint, Long> refused = new EnumMap<>(Endpoint.class);

  RateLimits(Clock clock) {
    this.clock = clock;
  }

  /** Counts a request; false if it is one too many. */
  boolean takes(Endpoint endpoint, int perEndpoint, int inAll) {
    calls.merge(endpoint, 1L, Long::sum);
    var own = byEndpoint.computeIfAbsent(endpoint, _ -> new ArrayDeque<>());
    var ofEndpoint = count(own);
    if (count(all) <= inAll && ofEndpoint <= perEndpoint) {
      return true;
    }
    refused.merge(endpoint, 1L, Long::sum);
    return false;
  }

  /** Other limits begin with nothing counted. */
  void begin() {
    byEndpoint.clear();
    all.clear();
  }

  Map<Endpoint, Long> calls() {
    return new EnumMap<>(calls);
  }

  Map<Endpoint, Long> refused() {
    return new EnumMap<>(refused);
  }

  private int count(Deque<Instant> times) {
    var now = clock.instant();
    while (!times.isEmpty() && !times.peekFirst().isAfter(now.minus(WINDOW))) {
      times.removeFirst();
    }
    times.addLast(now);
    return times.size();
  }
}
