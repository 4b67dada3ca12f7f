package dev.holdfast.faults;

import dev.holdfast.launcher.RestApi;
import dev.holdfast.launcher.system.Breakable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits, once everything is mended, until all that is due was done; so long and no longer. */
final class Quiet {
  private static final Duration READY_WITHIN = Duration.ofMinutes(5);
  private static final Duration DRIVERS_END_WITHIN = Duration.ofMinutes(4);
  private static final Duration DONE_WITHIN = Duration.ofMinutes(5);
  private static final Duration PATIENT_FOR = Duration.ofSeconds(70);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(3);
  private static final int LOG_LINES = 15;
  private static final List<Target> SERVICES =
      List.of(Target.TERMINAL_REGISTRY, Target.PAYMENT_AUTHORIZATION, Target.SESSION_SETTLEMENT);

  private final RestApi front;
  private final Load load;
  private final Breaking breaking;
  private int askedFor;

  Quiet(RestApi front, Load load, Breaking breaking) {
    this.front = front;
    this.load = load;
    this.breaking = breaking;
  }

  /** Waits; gives what does not work again. */
  List<Difference> await() {
    List<Difference> stuck = new ArrayList<>();
    breaking.stuck().forEach(what -> stuck.add(stuck("start", what)));
    for (Target target : SERVICES) {
      Breakable service = breaking.target(target);
      if (!until(READY_WITHIN, service::isReady)) {
        stuck.add(stuck(target.word(), "not ready. The end of its log:\n" + endOf(service.log())));
      }
    }
    if (!load.awaitEnd(DRIVERS_END_WITHIN)) {
      stuck.add(stuck("drivers", load.underWay() + " still wait for an answer"));
    }
    load.end();
    load.troubles().forEach(what -> stuck.add(stuck("drill", what)));
    var _ = load.awaitEnd(READY_WITHIN);
    long begin = System.nanoTime();
    var _ = until(DONE_WITHIN, () -> isDone(System.nanoTime() - begin > PATIENT_FOR.toNanos()));
    return stuck;
  }

  /** For how many payments the gateway was asked by hand, because their next look-up was far. */
  int askedFor() {
    return askedFor;
  }

  private boolean isDone(boolean hasten) {
    try {
      List<String> underWay =
          Facts.holds(front).values().stream()
              .filter(Hold::isUnderWay)
              .map(Hold::reference)
              .toList();
      if (hasten) {
        underWay.forEach(this::lookUp);
      }
      return underWay.isEmpty() && areSettled(Facts.settlements(front));
    } catch (IllegalStateException | UncheckedIOException unanswered) {
      return false;
    }
  }

  private void lookUp(String reference) {
    askedFor++;
    var _ = front.send("POST", "/authorizations/" + reference + "/look-up", "");
  }

  /** A hold for a driver who has left waits for a session, until it is given back. */
  private boolean areSettled(Map<String, Map<String, String>> settlements) {
    return settlements.values().stream()
            .noneMatch(row -> row.getOrDefault("status", "").equals("AWAITING_SESSION"))
        && load.payments().stream()
            .filter(Payment::isClosed)
            .map(payment -> settlements.getOrDefault(payment.reference(), Map.of()))
            .map(settlement -> settlement.getOrDefault("status", ""))
            .allMatch(status -> status.equals("SETTLED") || status.equals("ATTENTION"));
  }

  /** Looks every few seconds; true as soon as it is so. */
  static boolean until(Duration atMost, BooleanSupplier condition) {
    long end = System.nanoTime() + atMost.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - end > 0) {
        return false;
      }
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
    }
    return true;
  }

  private static Difference stuck(String what, String seen) {
    return new Difference(Check.STUCK, what, seen, Set.of());
  }

  private static String endOf(Path log) {
    try {
      List<String> lines = Files.readAllLines(log);
      return String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size()));
    } catch (IOException unreadable) {
      return "(not readable: " + unreadable.getMessage() + ")";
    }
  }
}
