package dev.holdfast.authorization.due;

import dev.holdfast.authorization.postgres.BatchedWrites;
import dev.holdfast.delivery.Transaction;
import dev.holdfast.delivery.Transactions;
import dev.holdfast.delivery.UnderWay;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Decisions that wait to be written. They are written in the order in which they are asked for, so
 * whoever comes now waits for about as long as the oldest of them has.
 */
@ApplicationScoped
public class Backlog {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final Transactions transactions;
  private final UnderWay underWay;
  private final DueSettings settings;
  private final Clock clock;
  private final NavigableMap<Long, Instant> waiting = new ConcurrentSkipListMap<>();
  private final AtomicLong places = new AtomicLong();

  Backlog(Transactions transactions, UnderWay underWay, DueSettings settings, Clock clock) {
    this.transactions = transactions;
    this.underWay = underWay;
    this.settings = settings;
    this.clock = clock;
  }

  /** Does the work for many who ask at the same time in one transaction. */
  public <T, R> Function<T, Uni<R>> together(BiFunction<Transaction, List<T>, Uni<List<R>>> work) {
    var batches = new BatchedWrites<>(transactions, underWay, settings.writtenTogether(), work);
    return asked -> queued(batches.ask(asked));
  }

  /** Empty while a driver who comes now has patience enough; else when to come again. */
  public Optional<Duration> tooLong() {
    return Optional.ofNullable(waiting.firstEntry())
        .map(oldest -> Duration.between(oldest.getValue(), clock.instant()))
        .filter(age -> age.compareTo(settings.longestQueue()) > 0)
        .map(age -> age.plus(SECOND));
  }

  private <R> Uni<R> queued(Uni<R> work) {
    return Uni.createFrom()
        .deferred(() -> {
          long place = places.getAndIncrement();
          waiting.put(place, clock.instant());
          return work.onTermination().invoke(() -> waiting.remove(place));
        });
  }
}
