package dev.holdfast.local.drill;

import dev.holdfast.infrastructure.AtExit;
import dev.holdfast.local.audit.Addresses;
import dev.holdfast.local.events.ChargingPlatform;
import dev.holdfast.local.scenario.Fleet;
import dev.holdfast.local.scenario.RestApi;
import dev.holdfast.local.scenario.Stage;
import dev.holdfast.local.system.LocalSystem;
import dev.holdfast.local.system.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** One drill on a running, wired system: load, a course of faults, quiet, and the checks. */
public final class Exercise implements AutoCloseable {
  private static final Duration ANSWER = Duration.ofSeconds(15);
  private static final Duration SERVED_WITHIN = Duration.ofSeconds(90);
  private static final int TERMINALS = 60;
  private static final int CHANGED_TERMINALS = 5;
  private static final int OWNER_EVERY_SECONDS = 4;
  private static final int CLERK_EVERY_SECONDS = 20;
  private static final int LOOK_EVERY_SECONDS = 10;

  private final Options options;
  private final Progress progress;
  private final RestApi front;
  private final RestApi simulator;
  private final ChargingPlatform events;
  private final Fleet fleet;
  private final Served served = new Served();
  private final Breaking breaking;
  private final Lookout lookout;
  private final Clerk clerk;
  private final TopicsCheck topics;
  private final ScheduledExecutorService turns =
      Executors.newScheduledThreadPool(1, Thread.ofVirtual().factory());

  /** Will exercise a system that was started wired. */
  public Exercise(Options options, LocalSystem system, Progress progress) {
    this.options = options;
    this.progress = progress;
    LocalSystem.Addresses at = system.addresses();
    this.front = new RestApi(at.frontDoor(), ANSWER);
    this.simulator = new RestApi(at.simulator(), ANSWER);
    this.events = new ChargingPlatform(at.kafka(), at.schemaRegistry());
    this.fleet = new Fleet(new Stage(front, simulator, events, () -> {}));
    this.breaking = new Breaking(system, progress);
    this.lookout = new Lookout(front, simulator);
    this.clerk = new Clerk(front);
    this.topics = new TopicsCheck(Addresses.of(at), progress);
    AtExit.close(breaking::release);
  }

  /** Plays and checks; true if everything is as expected. */
  public boolean run() {
    long begin = System.nanoTime();
    Load load =
        new Load(new Platform(front, simulator, events), served, terminals(), options);
    play(load);
    List<Difference> differences = new ArrayList<>(lookout.caught());
    if (differences.isEmpty()) {
      Quiet quiet = new Quiet(front, load, breaking);
      progress.step("quiet", () -> differences.addAll(quiet.await()));
      progress.say(
          "  the gateway was asked by hand for %d payments".formatted(quiet.askedFor()));
      differences.addAll(topics.differences());
      differences.addAll(
          Findings.of(Facts.read(front, simulator), load.payments(), breaking.struck()));
    }
    return tell(load, differences, System.nanoTime() - begin);
  }

  private List<Terminal> terminals() {
    List<Terminal> terminals =
        IntStream.range(0, TERMINALS)
            .mapToObj(number -> terminal(number))
            .toList();
    progress.step(
        TERMINALS + " terminals installed",
        () -> {
          fleet.install(serials(terminals, false), false);
          fleet.install(serials(terminals, true), true);
          fleet.install(changed(), false);
        });
    return terminals;
  }

  private static Terminal terminal(int number) {
    Bank bank =
        switch (number % 10) {
          case 0 -> Bank.DECLINES;
          case 1 -> Bank.REFUSES_ABOVE_HOLD;
          case 2 -> Bank.ALLOWS_OVER_COMMIT;
          default -> Bank.GRANTS_EVERYTHING;
        };
    return new Terminal("P68280000%05d".formatted(number), bank, bank == Bank.ALLOWS_OVER_COMMIT);
  }

  private static List<String> serials(List<Terminal> terminals, boolean overCommit) {
    return terminals.stream()
        .filter(terminal -> terminal.overCommit() == overCommit)
        .map(Terminal::serial)
        .toList();
  }

  private static List<String> changed() {
    return IntStream.range(0, CHANGED_TERMINALS)
        .mapToObj("P68280001%05d"::formatted)
        .toList();
  }

  private void play(Load load) {
    progress.say("The course of faults:");
    load.open();
    breaking.watch();
    every(OWNER_EVERY_SECONDS, new Owner(fleet, changed()));
    every(CLERK_EVERY_SECONDS, clerk);
    every(LOOK_EVERY_SECONDS, lookout);
    CompletableFuture<Void> faults =
        CompletableFuture.runAsync(
            () -> breaking.run(options.course().blows()), Thread::startVirtualThread);
    while (!faults.isDone() && lookout.caught().isEmpty()) {
      LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
    }
    if (lookout.caught().isEmpty()) {
      awaitServed();
    }
    load.close();
    turns.shutdown();
  }

  /** Drivers come until it is seen that they are served again after the last fault. */
  private void awaitServed() {
    long end = System.nanoTime() + SERVED_WITHIN.toNanos();
    Instant mended = Instant.now();
    while (served.againAfter(mended).isEmpty() && System.nanoTime() - end < 0) {
      LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
    }
  }

  private void every(int seconds, Runnable turn) {
    var _ = turns.scheduleWithFixedDelay(turn, seconds, seconds, TimeUnit.SECONDS);
  }

  private boolean tell(Load load, List<Difference> differences, long tookNanos) {
    Verdict verdict = Verdict.of(differences, Expected.all());
    progress.say("");
    new CellTable(breaking.struck(), differences, served).lines().forEach(progress::say);
    progress.say("");
    verdict.lines().forEach(progress::say);
    List<Payment> payments = load.payments();
    progress.say(
        "%d payments, %d told a reference, %d closed; %d drivers found no free terminal; %d reports"
            .formatted(
                payments.size(),
                payments.stream().filter(payment -> payment.reference() != null).count(),
                payments.stream().filter(Payment::isClosed).count(),
                load.turnedAway(),
                clerk.reports()));
    progress.say(
        "Seed %d, %s: %s"
            .formatted(
                options.seed(),
                minutes(tookNanos),
                verdict.isGood()
                    ? "everything is as expected."
                    : "NOT as expected, caught by " + verdict.caughtBy() + "."));
    return verdict.isGood();
  }

  private static String minutes(long nanos) {
    long seconds = nanos / 1_000_000_000;
    return "%d:%02d minutes".formatted(seconds / 60, seconds % 60);
  }

  @Override
  public void close() {
    turns.shutdownNow();
    breaking.release();
    events.close();
    simulator.close();
    front.close();
  }
}
