package dev.holdfast.authorization.stripe;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How many requests may be sent to the account now: of one endpoint and in all, each within a
 * second and a quarter, as what leaves us within more than a second may arrive within one. A share
 * is left for what moves money, whoever else waits.
 */
final class Budget {
  private static final Duration WINDOW = Duration.ofMillis(1_250);
  private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(30);
  private static final int MOST_DOUBLINGS = 5;

  private final int perEndpoint;
  private final int inAll;
  private final Clock clock;
  private final Map<String, Deque<Instant>> byEndpoint = new HashMap<>();
  private final Deque<Instant> all = new ArrayDeque<>();
  private Instant open = Instant.MIN;
  private Instant openForPolls = Instant.MIN;
  private int refusals;

  /** Who asks, and how much of the budget may be spent before nothing is left for them. */
  enum Share {
    /** A look for news that a callback brings as well. */
    POLL(50),
    /** Something that a driver waits for. */
    DRIVER(75),
    /** What moves money, and what tells what became of it. */
    MONEY(100);

    private final int percent;

    Share(int percent) {
      this.percent = percent;
    }

    private boolean hasRoom(int spent, int limit) {
      return spent < Math.max(1, limit * percent / 100);
    }
  }

  Budget(int perEndpoint, int inAll, Clock clock) {
    this.perEndpoint = perEndpoint;
    this.inAll = inAll;
    this.clock = clock;
  }

  /** Spends one request, if that may be sent now; else how long to wait until asking again. */
  synchronized Duration spend(String endpoint, Share share) {
    var now = clock.instant();
    var from = share == Share.POLL ? openForPolls : open;
    if (now.isBefore(from)) {
      return Duration.between(now, from);
    }
    var own = byEndpoint.computeIfAbsent(endpoint, _ -> new ArrayDeque<>());
    forgetOld(own, now);
    forgetOld(all, now);
    if (share.hasRoom(own.size(), perEndpoint) && share.hasRoom(all.size(), inAll)) {
      own.addLast(now);
      all.addLast(now);
      return Duration.ZERO;
    }
    return jittered(WINDOW.dividedBy(5));
  }

  /** Stripe says that it was too much: everybody waits a little, polls longer each time. */
  synchronized void refused(Duration asked) {
    var now = clock.instant();
    var step = jittered(Duration.ofSeconds(1L << Math.min(refusals++, MOST_DOUBLINGS)));
    var polls = step.compareTo(LONGEST_BACK_OFF) < 0 ? step : LONGEST_BACK_OFF;
    open = later(open, now.plus(longer(asked, jittered(Duration.ofMillis(500)))));
    openForPolls = later(openForPolls, now.plus(longer(asked, polls)));
  }

  /** Stripe takes requests. */
  synchronized void answered() {
    refusals = 0;
  }

  private static void forgetOld(Deque<Instant> sent, Instant now) {
    while (!sent.isEmpty() && !sent.peekFirst().isAfter(now.minus(WINDOW))) {
      sent.removeFirst();
    }
  }

  /** Those who wait do not all come back at once. */
  private static Duration jittered(Duration about) {
    return about.multipliedBy(ThreadLocalRandom.current().nextInt(75, 126)).dividedBy(100);
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? other : one;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isBefore(other) ? other : one;
  }
}
