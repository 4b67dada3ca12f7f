package dev.holdfast.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What was served when: from which it is told how long nothing was after a fault. */
final class Served {
  private final Queue<Span> taps = new ConcurrentLinkedQueue<>();
  private final Queue<Span> settlements = new ConcurrentLinkedQueue<>();

  private record Span(Instant asked, Instant done) {}

  /** A hold was asked for, and a driver was told of it. */
  void held(Instant asked, Instant told) {
    taps.add(new Span(asked, told));
  }

  /** A close was acknowledged by the broker, and then seen settled or with a person. */
  void settled(Instant acknowledged, Instant seen) {
    settlements.add(new Span(acknowledged, seen));
  }

  /**
   * How long after this moment it took until a hold that was asked for after it was told, and a
   * session that was closed after it was settled; empty where that did not happen any more.
   */
  Optional<Duration> againAfter(Instant mended) {
    return first(taps, mended)
        .flatMap(tap ->
            first(settlements, mended).map(settled -> settled.compareTo(tap) > 0 ? settled : tap));
  }

  private static Optional<Duration> first(Queue<Span> spans, Instant after) {
    return spans.stream()
        .filter(span -> !span.asked().isBefore(after))
        .map(span -> Duration.between(after, span.done()))
        .min(Duration::compareTo);
  }
}
