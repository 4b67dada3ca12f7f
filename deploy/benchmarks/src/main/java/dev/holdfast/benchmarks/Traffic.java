package dev.holdfast.benchmarks;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** Whole payments that come as they are offered, until they are stopped. */
final class Traffic {
  /** A card is presented so long before the hold is asked for, so that it does not come late. */
  private static final long AHEAD_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  private static final long BOOKED_WITHIN_SECONDS = 120;

  private final Driver driver;
  private final List<String> terminals;
  private final Queue<String> errors = new ConcurrentLinkedQueue<>();
  private final Phaser underWay = new Phaser(1);
  private volatile boolean stopped;

  Traffic(Driver driver, List<String> terminals) {
    this.driver = driver;
    this.terminals = terminals;
  }

  /** Begins, and returns at once. */
  void begin(Offer offer) {
    switch (offer) {
      case Offer.AtRate(double perSecond) -> start(() -> keepPace(perSecond));
      case Offer.Drivers(int count) ->
          terminals.subList(0, count).forEach(serial -> start(() -> drive(serial, () -> !stopped)));
    }
  }

  /** Has each driver pay so many times, and returns when all is booked. */
  void play(int paymentsEach) {
    for (String serial : terminals) {
      var left = new AtomicInteger(paymentsEach);
      start(() -> drive(serial, () -> left.getAndDecrement() > 0));
    }
    underWay.arriveAndAwaitAdvance();
  }

  /** Lets nobody begin any more; returns when nobody taps. */
  void stop() {
    stopped = true;
    underWay.arriveAndAwaitAdvance();
  }

  /** What came instead of holds. */
  List<String> errors() {
    return List.copyOf(errors);
  }

  private void start(Runnable work) {
    underWay.register();
    Thread.startVirtualThread(() -> {
      try {
        work.run();
      } catch (Driver.NotHeld | UncheckedIOException | IllegalStateException failed) {
        errors.add(String.valueOf(failed.getMessage()));
      } finally {
        underWay.arriveAndDeregister();
      }
    });
  }

  private void drive(String serial, BooleanSupplier again) {
    while (again.getAsBoolean()) {
      driver.presentCard(serial);
      try {
        driver
            .charge(driver.tap(serial, System.nanoTime()))
            .orTimeout(BOOKED_WITHIN_SECONDS, TimeUnit.SECONDS)
            .join();
      } catch (Driver.NotHeld refused) {
        errors.add(String.valueOf(refused.getMessage()));
      } catch (CompletionException late) {
        throw new IllegalStateException("a payment is not booked after two minutes", late);
      }
    }
  }

  /** Who comes where no terminal is free waits, and that counts. */
  private void keepPace(double perSecond) {
    BlockingQueue<String> free = new LinkedBlockingQueue<>(terminals);
    long begin = System.nanoTime() + AHEAD_NANOS;
    for (long i = 0; !stopped; i++) {
      long due = begin + Math.round(i / perSecond * 1e9);
      try {
        TimeUnit.NANOSECONDS.sleep(due - AHEAD_NANOS - System.nanoTime());
        String serial = free.take();
        start(() -> pay(serial, due, free));
      } catch (InterruptedException ending) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void pay(String serial, long due, BlockingQueue<String> free) {
    Driver.Held held;
    try {
      driver.presentCard(serial);
      held = driver.tap(serial, due);
    } finally {
      free.add(serial);
    }
    var _ = driver.charge(held);
  }
}
