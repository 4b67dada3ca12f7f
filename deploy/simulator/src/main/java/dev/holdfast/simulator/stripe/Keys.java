package dev.holdfast.simulator.stripe;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Idempotency keys: the first answer to each, failures included, once execution had begun. A key
 * that is used at another address or with other parameters is refused; so is one under way.
 */
final class Keys {
  /** At least so long, as docs.stripe.com/api/idempotent_requests says. */
  private static final Duration KEPT = Duration.ofHours(24);

  private final Map<String, First> firsts = new HashMap<>();
  private final Clock clock;

  private record First(String request, Reply reply, Instant at) {}

  Keys(Clock clock) {
    this.clock = clock;
  }

  /** Does it, or answers as the first time. Used under the simulator's lock: none is under way. */
  Reply once(Request request, Supplier<Reply> deed) {
    var key = request.key();
    if (key == null) {
      return tried(deed);
    }
    var name = request.isLive() + key;
    var first = firsts.get(name);
    if (first == null || first.at().plus(KEPT).isBefore(clock.instant())) {
      return keep(name, request, deed);
    }
    return first.request().equals(request.text())
        ? first.reply().again()
        : Reply.of(StripeError.keyReused());
  }

  void forget() {
    firsts.clear();
  }

  private Reply keep(String name, Request request, Supplier<Reply> deed) {
    try {
      var reply = deed.get();
      firsts.put(name, new First(request.text(), reply, clock.instant()));
      return reply;
    } catch (StripeError error) {
      var reply = Reply.of(error);
      if (error.isBegun()) {
        firsts.put(name, new First(request.text(), reply, clock.instant()));
      }
      return reply;
    }
  }

  private static Reply tried(Supplier<Reply> deed) {
    try {
      return deed.get();
    } catch (StripeError error) {
      return Reply.of(error);
    }
  }
}
