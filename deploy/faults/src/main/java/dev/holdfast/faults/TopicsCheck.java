package dev.holdfast.faults;

import dev.holdfast.checks.audit.Addresses;
import dev.holdfast.checks.audit.Audit;
import dev.holdfast.checks.audit.Report;
import dev.holdfast.checks.audit.Unreachable;
import dev.holdfast.launcher.system.Progress;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** Compares topics and tables once nothing waits to be sent any more. */
record TopicsCheck(Addresses addresses, Progress progress) {
  private static final Duration SENT_WITHIN = Duration.ofMinutes(2);
  private static final Duration PAUSE = Duration.ofSeconds(2);

  /** What is not the same. */
  List<Difference> differences() {
    long end = System.nanoTime() + SENT_WITHIN.toNanos();
    try {
      Report report = Audit.of(addresses).run();
      while (report.waiting() > 0 && System.nanoTime() - end < 0) {
        LockSupport.parkNanos(PAUSE.toNanos());
        report = Audit.of(addresses).run();
      }
      report.lines().forEach(progress::say);
      return differences(report);
    } catch (Unreachable silent) {
      return List.of(found(Check.STUCK, "audit", String.valueOf(silent.getMessage())));
    }
  }

  private static List<Difference> differences(Report report) {
    if (report.waiting() > 0) {
      return List.of(found(Check.STUCK, "outbox", report.waiting() + " records are not sent"));
    }
    return report.differences().stream()
        .map(each -> found(Check.TOPIC_DIFFERS, each.key(), each.topic() + ": " + each.sentence()))
        .toList();
  }

  private static Difference found(Check check, String about, String seen) {
    return new Difference(check, about, seen, Set.of());
  }
}
