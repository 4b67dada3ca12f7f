package dev.holdfast.benchmarks;

import dev.holdfast.contracts.Topic;
import dev.holdfast.launcher.RestApi;
import dev.holdfast.launcher.system.LocalSystem;
import dev.holdfast.launcher.system.Progress;
import dev.holdfast.launcher.system.Service;
import dev.holdfast.scenarios.Patience;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;

/**
 * Measures settlements: how many a second of a backlog of holds and closed sessions, against plain
 * inserts of the same rows, and how long each takes at half of that rate. session-settlement is
 * alone: no gateway, and no other service.
 */
final class SettlementBenchmark implements AutoCloseable {
  private static final int WARM_UP_SECONDS = 10;
  private static final int COUNTED_SECONDS = 20;
  private static final Duration DRAINED_WITHIN = Duration.ofMinutes(15);

  /** The product's patience, not the demo's: half a backlog is older than that one. */
  private static final List<String> JVM =
      List.of("-Xmx512m", "-XX:+UseSerialGC", "-Dholdfast.settlement.wait-for-hold=1h");

  private final LocalSystem system;
  private final Progress progress;
  private final int backlog;
  private final String kafka;
  private final Load load;
  private final Published published;
  private final Payments payments = new Payments(Instant.now().minus(Duration.ofDays(1)));
  private final Tally tally = new Tally(payments);

  /**
   * Measures a system of which only the infrastructure is started.
   *
   * @param backlog so many sessions are closed before the service starts
   */
  SettlementBenchmark(LocalSystem system, Progress progress, int backlog) {
    this.system = system;
    this.progress = progress;
    this.backlog = backlog;
    this.kafka = system.addresses().kafka();
    this.load = new Load(payments, kafka, system.addresses().schemaRegistry());
    this.published = new Published(kafka, Topic.SETTLEMENTS, Topic.JOURNAL);
  }

  /** Measures and prints; true if every payment is decided and booked and every invariant holds. */
  boolean run() {
    double busy = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    progress.step(
        String.format(Locale.ROOT, "%,d holds and closed sessions published", backlog),
        () -> {
          load.hold(0, backlog);
          load.close(0, backlog);
        });
    long begin = System.nanoTime();
    URI service = system.start(Service.SESSION_SETTLEMENT, JVM);
    Instant ready = Instant.now();
    progress.done("session-settlement ready", begin);
    progress.step("backlog drained", () -> awaitDecided(backlog));
    Instant from = tally.first().isBefore(ready) ? tally.first() : ready;
    Duration drained = Duration.between(from, tally.last());
    double laterHalf = tally.perSecondOfLaterHalf();
    // It leaves no transaction open: one would keep dead rows of the outbox from being removed.
    long inserting = System.nanoTime();
    PlainInserts.Found plain = PlainInserts.of(system.database(Service.SESSION_SETTLEMENT), kafka);
    progress.done("the same rows inserted plainly", inserting);
    SettlementFigures.Paced paced = pace(SettlementFigures.perSecond(backlog, drained) / 2);
    sayConditions(busy, plain.durability());
    new SettlementFigures(backlog, drained, laterHalf, plain.tables(), plain.withOutbox(), paced)
        .lines()
        .forEach(progress::say);
    return everyInvariantHolds(service);
  }

  /** Looks only at how much was said until that can be all, so as not to be in the way. */
  private void awaitDecided(int count) {
    long expected = (long) count * (Tally.VERSIONS_OF_A_PAYMENT + Tally.ENTRIES_OF_A_PAYMENT);
    var _ =
        new Patience(DRAINED_WITHIN)
            .until(
                count + " payments to be decided and booked",
                () -> {
                  if (said() >= expected) {
                    published.readOn(poll -> poll.forEach(tally::take));
                  }
                  return tally;
                },
                all -> all.isComplete(count));
  }

  private long said() {
    system
        .unexpectedEnd()
        .ifPresent(end -> {
          throw new IllegalStateException(end);
        });
    return published.size();
  }

  private SettlementFigures.Paced pace(double perSecond) {
    long begin = System.nanoTime();
    int count = (int) (perSecond * (WARM_UP_SECONDS + COUNTED_SECONDS));
    long before = published.size();
    load.hold(backlog, count);
    var _ =
        new Patience(DRAINED_WITHIN)
            .until("holds to be known", this::said, said -> said >= before + count);
    long[] micros = new Pace(payments, backlog, count, perSecond).run(load.platform(), kafka);
    progress.done("sessions closed at half of that rate", begin);
    awaitDecided(backlog + count);
    long[] counted = Arrays.copyOfRange(micros, (int) (perSecond * WARM_UP_SECONDS), micros.length);
    return new SettlementFigures.Paced(perSecond, counted);
  }

  private void sayConditions(double busy, String durability) {
    progress.say("");
    progress.say(
        "%d cores, load %.1f before; %s; session-settlement with %s, one instance;"
            .formatted(
                Runtime.getRuntime().availableProcessors(),
                busy,
                durability,
                String.join(" ", JVM)));
    progress.say("it, broker, database and this command share the machine; no gateway.");
    progress.say("Plain: JDBC, " + PlainInserts.BATCH + " rows a batch, one commit a batch.");
    progress.say(tally.toString());
  }

  private boolean everyInvariantHolds(URI service) {
    try (RestApi settlement = new RestApi(service)) {
      var broken =
          StreamSupport.stream(
                  settlement.post("/settlements/invariants", "").required("items").spliterator(),
                  false)
              .filter(finding -> finding.path("rows").asLong() != 0)
              .toList();
      progress.say(broken.isEmpty() ? "Every invariant holds." : "BROKEN: " + broken);
      return broken.isEmpty();
    }
  }

  @Override
  public void close() {
    published.close();
    load.close();
  }
}
