package dev.holdfast.authorization.stripe;

import dev.holdfast.authorization.core.Tap;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * The intents whose cards this instance waits for, and when each is to be read next. Nothing
 * depends on what it knows: an intent that it has forgotten is found again, and one that it does
 * not know is read at once.
 */
@ApplicationScoped
class AwaitedIntents {
  private static final int MANY = 5_000;

  /** So many waiting drivers are read once a second. */
  private static final int A_SECOND = 20;

  /** A reader is looked at more seldom than the intent. */
  private static final int READS_A_LOOK = 3;

  private final Map<UUID, Awaited> byReference = new ConcurrentHashMap<>();
  private final Waiters waiters;
  private final StripeSettings settings;
  private final Clock clock;

  private record Awaited(String intent, Instant over, Instant read, Instant look) {}

  AwaitedIntents(Waiters waiters, StripeSettings settings, Clock clock) {
    this.waiters = waiters;
    this.settings = settings;
    this.clock = clock;
  }

  Optional<String> of(Tap tap) {
    return Optional.ofNullable(byReference.get(tap.reference())).map(Awaited::intent);
  }

  void found(Tap tap, String intent) {
    if (byReference.size() > MANY) {
      byReference.values().removeIf(awaited -> isPast(awaited.over()));
    }
    var over = tap.cardDeadline().plus(Duration.ofHours(1));
    byReference.putIfAbsent(tap.reference(), new Awaited(intent, over, Instant.MIN, Instant.MIN));
  }

  void forget(Tap tap) {
    byReference.remove(tap.reference());
  }

  /** Is it time to read the intent? If so, the next time is set. */
  boolean isToBeRead(Tap tap) {
    return isDue(
        tap,
        Awaited::read,
        (awaited, next) -> new Awaited(awaited.intent(), awaited.over(), next, awaited.look()),
        1);
  }

  /** Is it time to look at the reader? If so, the next time is set. */
  boolean isToBeLookedAt(Tap tap) {
    return isDue(
        tap,
        Awaited::look,
        (awaited, next) -> new Awaited(awaited.intent(), awaited.over(), awaited.read(), next),
        READS_A_LOOK);
  }

  /** How long until the intent is read next. */
  Duration untilRead(Tap tap) {
    var awaited = byReference.get(tap.reference());
    return awaited == null || isPast(awaited.read())
        ? settings.poll()
        : Duration.between(clock.instant(), awaited.read());
  }

  private boolean isDue(
      Tap tap,
      Function<Awaited, Instant> time,
      BiFunction<Awaited, Instant, Awaited> with,
      int intervals) {
    var awaited = byReference.get(tap.reference());
    if (awaited == null) {
      return true;
    }
    if (!isPast(time.apply(awaited))) {
      return false;
    }
    var next = clock.instant().plus(interval().multipliedBy(intervals));
    byReference.put(tap.reference(), with.apply(awaited, next));
    return true;
  }

  /** The more drivers wait, the more seldom each is read; not all at the same moment. */
  private Duration interval() {
    var often = Duration.ofMillis(1_000L * waiters.count() / A_SECOND);
    var interval = often.compareTo(settings.poll()) < 0 ? settings.poll() : often;
    return interval.multipliedBy(ThreadLocalRandom.current().nextInt(80, 101)).dividedBy(100);
  }

  private boolean isPast(Instant moment) {
    return !clock.instant().isBefore(moment);
  }
}
