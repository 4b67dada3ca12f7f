package dev.holdfast.faults;

import dev.holdfast.infrastructure.AtExit;
import dev.holdfast.launcher.RestApi;
import dev.holdfast.launcher.events.ChargingPlatform;
import dev.holdfast.launcher.system.LocalSystem;
import dev.holdfast.launcher.system.Progress;
import dev.holdfast.launcher.system.Service;
import dev.holdfast.scenarios.Fleet;
import dev.holdfast.scenarios.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** One drill on a running, wired system: load, a course of faults, quiet, and the checks. */
final class Exercise implements AutoCloseable {
  /**
   * Nobody waits for a minute for a driver who has no card, nor for a quarter of an hour for one
   * who has left: all would wait for that at the end. No fault lasts as long as a start is waited
   * for.
   */
  static final Map<Service, Map<String, String>> VARIABLES =
      Map.of(
          Service.PAYMENT_AUTHORIZATION,
          Map.of("HOLDFAST_AUTHORIZATION_CARD_TIMEOUT", "20s"),
          Service.SESSION_SETTLEMENT,
          Map.of(
              "HOLDFAST_SETTLEMENT_PUBLISHES_STARTS",
              "NL-HLD",
              "HOLDFAST_SETTLEMENT_WAIT_FOR_START",
              "180s"));

  private static final Duration ANSWER = Duration.ofSeconds(15);
  private static final Duration SERVED_WITHIN = Duration.ofSeconds(90);
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final int OWNER_EVERY_SECONDS = 4;
  private static final int CLERK_EVERY_SECONDS = 20;
  private static final int LOOK_EVERY_SECONDS = 10;

  private final Options options;
  private final LocalSystem.Addresses at;
  private final Progress progress;
  private final RestApi front;
  private final RestApi simulator;
  private final RestApi stripe;
  private final ChargingPlatform events;
  private final Served served = new Served();
  private final Breaking breaking;
  private final Lookout lookout;
  private final Clerk clerk;
  private final ScheduledExecutorService turns =
      Executors.newScheduledThreadPool(1, Thread.ofVirtual().factory());

  /** Will exercise a system that was started wired, with {@link #VARIABLES}. */
  Exercise(Options options, LocalSystem system, Progress progress) {
    this.options = options;
    this.at = system.addresses();
    this.progress = progress;
    this.front = new RestApi(at.frontDoor(), ANSWER);
    this.simulator = new RestApi(at.simulator(), ANSWER);
    this.stripe = new RestApi(at.stripe(), ANSWER);
    this.events = new ChargingPlatform(at.kafka(), at.schemaRegistry());
    this.breaking = new Breaking(system.breakables(), progress);
    this.lookout = new Lookout(front, simulator);
    this.clerk = new Clerk(front);
    AtExit.close(breaking::release);
  }

  /** Plays and checks; true if everything is as expected. */
  boolean run() {
    Fleet fleet = new Fleet(new Stage(front, simulator, stripe, events, () -> {}));
    Terminals terminals = Terminals.planned();
    progress.step("terminals installed", () -> terminals.install(fleet));
    Instant begin = Instant.now();
    Platform platform = new Platform(front, simulator, events);
    Load load = new Load(platform, served, terminals.tapped(), options);
    play(load, new Owner(fleet, terminals.changed()));
    List<Difference> differences = new ArrayList<>(lookout.caught());
    if (differences.isEmpty()) {
      LastDriver lastDriver = new LastDriver(platform, breaking, terminals.last());
      differences.addAll(new Checks(front, simulator, at, breaking, progress).of(load, lastDriver));
    }
    Verdict verdict = Verdict.of(differences, Expected.all());
    Duration took = Duration.between(begin, Instant.now());
    new Summary(options, load, served, breaking.struck(), took)
        .lines(differences, verdict, clerk.reports())
        .forEach(progress::say);
    return verdict.isGood();
  }

  private void play(Load load, Owner owner) {
    progress.say("The course of faults:");
    load.open();
    breaking.watch();
    every(OWNER_EVERY_SECONDS, owner);
    every(CLERK_EVERY_SECONDS, clerk);
    every(LOOK_EVERY_SECONDS, lookout);
    CompletableFuture<Void> faults =
        CompletableFuture.runAsync(
            () -> breaking.run(options.course().blows()), Thread::startVirtualThread);
    while (!faults.isDone() && lookout.caught().isEmpty()) {
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    awaitServed();
    load.close();
    turns.shutdown();
  }

  private void every(int seconds, Runnable turn) {
    var _ = turns.scheduleWithFixedDelay(turn, seconds, seconds, TimeUnit.SECONDS);
  }

  /** Drivers come until it is seen that they are served again after the last fault. */
  private void awaitServed() {
    Instant mended = Instant.now();
    Instant end = mended.plus(SERVED_WITHIN);
    while (lookout.caught().isEmpty()
        && served.againAfter(mended).isEmpty()
        && Instant.now().isBefore(end)) {
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  @Override
  public void close() {
    turns.shutdownNow();
    breaking.release();
    events.close();
    simulator.close();
    stripe.close();
    front.close();
  }
}
