package dev.holdfast.delivery;

import dev.holdfast.contracts.Topic;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Tries the work of a topic again until it passes, and knows since when it has been in vain. */
@ApplicationScoped
class TryAgain {
  private static final Logger LOG = Logger.getLogger(TryAgain.class);
  private static final Duration FIRST_BACK_OFF = Duration.ofMillis(50);
  private static final int CONFLICTS = 10;

  private final UnderWay underWay;
  private final DeliverySettings settings;
  private final Clock clock;
  private final Map<Topic, Instant> inVainSince = new ConcurrentHashMap<>();
  private volatile boolean stopping;

  TryAgain(UnderWay underWay, DeliverySettings settings, Clock clock) {
    this.underWay = underWay;
    this.settings = settings;
    this.clock = clock;
  }

  /** Fails once it is sure enough that the failure is not an outage, or when the service stops. */
  <R> Uni<R> whileItMayPass(Topic topic, Supplier<Uni<R>> work) {
    AtomicInteger conflicts = new AtomicInteger();
    AtomicInteger unknowns = new AtomicInteger();
    return tried(
        topic,
        work,
        failure ->
            switch (Fault.of(failure)) {
              case OUTAGE -> true;
              case CONFLICT -> conflicts.incrementAndGet() <= CONFLICTS;
              case UNKNOWN -> unknowns.incrementAndGet() < settings.triesOfTheUnknown();
              case CONTENT -> false;
            });
  }

  /** Fails only when the service stops. */
  <R> Uni<R> untilItPasses(Topic topic, Supplier<Uni<R>> work) {
    return tried(topic, work, failure -> true);
  }

  /** Since when a topic's work has been tried in vain, for each topic that is. */
  Map<Topic, Instant> inVainSince() {
    return Map.copyOf(inVainSince);
  }

  /** From now on nothing is tried again. */
  void stop() {
    stopping = true;
  }

  boolean isStopping() {
    return stopping;
  }

  /** Each try is seen as under way by itself: what is tried for long does not hang. */
  private <R> Uni<R> tried(Topic topic, Supplier<Uni<R>> work, Predicate<Throwable> mayPass) {
    return OnContext.each(() -> underWay.watch("poll of " + topic.topicName(), work))
        .onFailure(failure -> isTriedAgain(topic, failure, mayPass))
        .retry()
        .withBackOff(FIRST_BACK_OFF, settings.longestBackOff())
        .indefinitely()
        .invoke(() -> inVainSince.remove(topic));
  }

  private boolean isTriedAgain(Topic topic, Throwable failure, Predicate<Throwable> mayPass) {
    boolean again = !stopping && mayPass.test(failure);
    if (again) {
      inVainSince.putIfAbsent(topic, clock.instant());
      LOG.warnf("%s: the batch is tried again: %s", topic.topicName(), failure);
    }
    return again;
  }
}
