package dev.holdfast.faults;

import dev.holdfast.launcher.system.Breakable;
import dev.holdfast.launcher.system.Breakables;
import dev.holdfast.launcher.system.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/** Carries a course of faults out, and sees to it that what ends by itself is started again. */
final class Breaking {
  private static final Duration LOOK_EVERY = Duration.ofSeconds(2);
  private static final Duration STARTS_WITHIN = Duration.ofMinutes(5);

  private final Map<Target, Breakable> targets = new EnumMap<>(Target.class);
  private final Progress progress;
  private final Ways ways = new Ways();
  private final Queue<Struck> struck = new ConcurrentLinkedQueue<>();
  private final Set<Target> down = ConcurrentHashMap.newKeySet();
  private final Queue<String> stuck = new ConcurrentLinkedQueue<>();
  private volatile long begin = System.nanoTime();
  private volatile boolean ended;

  Breaking(Breakables system, Progress progress) {
    this.progress = progress;
    for (Target target : Target.values()) {
      targets.put(target, target.in(system));
    }
  }

  /** Begins to watch. */
  void watch() {
    Thread.ofVirtual()
        .name("watch")
        .start(() -> {
          while (!ended) {
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
            targets.forEach(this::startIfEnded);
          }
        });
  }

  /** Carries out all of it; returns when the last fault is mended. */
  void run(List<Blow> blows) {
    begin = System.nanoTime();
    try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
      blows.forEach(blow -> hands.execute(() -> strike(blow)));
    }
  }

  /** Breaks one thing, and mends it when this is done. */
  void during(Cell cell, Runnable act) {
    Strike strike = new Strike(cell.kind(), target(cell.target()), ways);
    strike.breakIt();
    try {
      act.run();
    } finally {
      strike.mend();
    }
  }

  /** The faults as they were. */
  List<Struck> struck() {
    return List.copyOf(struck);
  }

  /** What could not be started again, each with the reason. */
  List<String> stuck() {
    return List.copyOf(stuck);
  }

  Breakable target(Target target) {
    Breakable found = targets.get(target);
    if (found == null) {
      throw new IllegalStateException(target + " is no target");
    }
    return found;
  }

  /** Lets everything that stands still go on; the end of the command could not end it otherwise. */
  void release() {
    ended = true;
    targets.values().forEach(Breakable::resume);
  }

  private void strike(Blow blow) {
    LockSupport.parkNanos(begin + blow.begins().toNanos() - System.nanoTime());
    if (ended) {
      return;
    }
    Target name = blow.cell().target();
    Strike strike = new Strike(blow.cell().kind(), target(name), ways);
    Instant begun = Instant.now();
    say(blow.toString());
    down.add(name);
    try {
      strike.breakIt();
      LockSupport.parkNanos(blow.lasts().toNanos());
      untilItWorks(name, strike::mend);
    } finally {
      down.remove(name);
    }
    struck.add(new Struck(blow.cell(), begun, Instant.now()));
    say(blow.cell() + " is mended");
  }

  /** What something needs to start may itself be broken at this moment. */
  private void untilItWorks(Target name, Runnable start) {
    long end = System.nanoTime() + STARTS_WITHIN.toNanos();
    while (!ended) {
      try {
        start.run();
        return;
      } catch (RuntimeException notYet) {
        if (System.nanoTime() - end > 0) {
          stuck.add(name.word() + " could not be started again: " + notYet.getMessage());
          return;
        }
        LockSupport.parkNanos(LOOK_EVERY.toNanos());
      }
    }
  }

  private void startIfEnded(Target name, Breakable target) {
    if (!ended && !down.contains(name) && !target.runs()) {
      say(name.word() + " has ended by itself and is started again");
      untilItWorks(name, target::start);
    }
  }

  private void say(String what) {
    long seconds = (System.nanoTime() - begin) / 1_000_000_000;
    progress.say("  %d:%02d  %s".formatted(seconds / 60, seconds % 60, what));
  }
}
