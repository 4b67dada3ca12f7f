package dev.holdfast.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Drivers who come at a steady pace, each to a terminal that is free. */
final class Load {
  private static final int ONE_LEAVES_OF = 8;

  private final Platform platform;
  private final Served served;
  private final double perSecond;
  private final Random random;
  private final Random leavers;
  private final double lastLeaver;
  private final Queue<Terminal> free = new ConcurrentLinkedQueue<>();
  private final Queue<Payment> payments = new ConcurrentLinkedQueue<>();
  private final Queue<String> troubles = new ConcurrentLinkedQueue<>();
  private final AtomicInteger underWay = new AtomicInteger();
  private final AtomicInteger turnedAway = new AtomicInteger();
  private volatile boolean isOpen = true;
  private volatile boolean isOver;

  Load(Platform platform, Served served, List<Terminal> terminals, Options options) {
    this.platform = platform;
    this.served = served;
    this.perSecond = options.perSecond();
    this.random = new Random(options.seed());
    this.leavers = new Random(~options.seed());
    this.lastLeaver = perSecond * options.course().time().toSeconds() / 3;
    free.addAll(terminals);
  }

  /** Begins; drivers come until it is closed. */
  void open() {
    Thread.ofVirtual().name("drivers").start(this::come);
  }

  /** No driver comes any more; those who came go on. */
  void close() {
    isOpen = false;
  }

  /** Ends what is still waited for. */
  void end() {
    isOver = true;
  }

  /** All payments that were begun. */
  List<Payment> payments() {
    return List.copyOf(payments);
  }

  /** How many drivers are still at it. */
  int underWay() {
    return underWay.get();
  }

  /** What went wrong with the drill's own drivers. */
  List<String> troubles() {
    return List.copyOf(troubles);
  }

  /** How many drivers came and found no free terminal. */
  int turnedAway() {
    return turnedAway.get();
  }

  private void come() {
    long begin = System.nanoTime();
    for (int number = 0; isOpen; number++) {
      Plan plan = plan(number);
      Terminal terminal = free.poll();
      if (terminal == null) {
        turnedAway.incrementAndGet();
      } else {
        Payment payment = new Payment(number, terminal, plan, Instant.now());
        payments.add(payment);
        underWay.incrementAndGet();
        Thread.startVirtualThread(() -> play(payment));
      }
      LockSupport.parkNanos(begin + Math.round((number + 1) / perSecond * 1e9) - System.nanoTime());
    }
  }

  /**
   * Nobody leaves later than in the first third: the drill would wait at its end until that is
   * noticed.
   */
  private Plan plan(int number) {
    Plan drawn = Plan.draw(random);
    return number < lastLeaver && leavers.nextInt(ONE_LEAVES_OF) == 0 ? drawn.leaving() : drawn;
  }

  private void play(Payment payment) {
    Journey journey = new Journey(payment, platform, served, () -> isOver);
    try {
      try {
        journey.tap();
      } finally {
        free.add(payment.terminal());
      }
      journey.goOn();
    } catch (RuntimeException wrong) {
      // Not the system's fault, but nothing may be silent here either.
      troubles.add(payment.number() + ": " + wrong);
    } finally {
      underWay.decrementAndGet();
    }
  }

  /** Waits until nobody is at it any more, so long at most; true if so. */
  boolean awaitEnd(Duration atMost) {
    long end = System.nanoTime() + atMost.toNanos();
    while (underWay() > 0 && System.nanoTime() - end < 0) {
      LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
    }
    return underWay() == 0;
  }
}
