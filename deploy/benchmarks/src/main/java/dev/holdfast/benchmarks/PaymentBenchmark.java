package dev.holdfast.benchmarks;

import dev.holdfast.benchmarks.counters.Counters;
import dev.holdfast.benchmarks.counters.Reading;
import dev.holdfast.launcher.RestApi;
import dev.holdfast.launcher.system.LocalSystem;
import dev.holdfast.launcher.system.Progress;
import dev.holdfast.launcher.system.Service;
import dev.holdfast.scenarios.Fleet;
import dev.holdfast.scenarios.Patience;
import dev.holdfast.scenarios.Stage;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Measures whole payments, from the tap to the journal, at a running system: warms it until two
 * windows agree, and counts then.
 */
final class PaymentBenchmark implements AutoCloseable {
  /** As services would be deployed: both compilers, and a heap to work in. */
  static final List<String> JVM = List.of("-Xmx512m", "-XX:+UseSerialGC");

  private static final Map<String, Object> CLOUD = Map.of("medianMillis", 20, "p99Millis", 80);
  private static final Duration WINDOW = Duration.ofSeconds(30);
  private static final Duration COUNTED = Duration.ofSeconds(60);
  private static final Duration IDLE = Duration.ofSeconds(20);

  /** A connection that has nothing to do tells its statistics after ten seconds at the latest. */
  static final Duration STATISTICS_ARE_TOLD = Duration.ofSeconds(12);

  private static final Duration BOOKED_WITHIN = Duration.ofMinutes(2);

  private final String build;
  private final Progress progress;
  private final Stage stage;
  private final RestApi authorizations;
  private final Books books;
  private final Counters counters;
  private final List<String> terminals;
  private final Traffic traffic;

  PaymentBenchmark(String build, LocalSystem system, Progress progress, int terminals) {
    this.build = build;
    this.progress = progress;
    this.stage = Stage.of(system);
    this.authorizations = new RestApi(system.address(Service.PAYMENT_AUTHORIZATION), Driver.ANSWER);
    this.books = new Books(system.addresses().kafka(), system.addresses().schemaRegistry());
    this.counters = new Counters(system);
    this.terminals = IntStream.range(0, terminals).mapToObj("P68270000%05d"::formatted).toList();
    this.traffic =
        new Traffic(
            new Driver(authorizations, stage.simulator(), stage.platform(), books), this.terminals);
  }

  /**
   * Sets up the terminals and the simulator.
   *
   * @param dialect how the vendor's cloud speaks, where it is not as by default
   */
  void install(Map<String, Object> dialect) {
    stage.simulator().put("/simulator/clouds/test/dialect", dialect);
    progress.step(
        terminals.size() + " terminals installed",
        () -> new Fleet(stage).install(terminals, false));
    stage.simulator().put("/simulator/latency", CLOUD);
  }

  /** Pays as is offered; the figures are of one minute when the system is warm. */
  PaymentFigures run(Offer offer, WarmUp warmUp) {
    traffic.begin(offer);
    warmUp.watch(() -> window(WINDOW));
    counters.beginExceptions();
    PaymentFigures figures = window(COUNTED);
    var exceptions = counters.endExceptions();
    traffic.stop();
    awaitBooked();
    tellIdle();
    return new PaymentFigures(
        build,
        figures.time(),
        figures.payments(),
        figures.moved().with(Reading.EXCEPTIONS, exceptions));
  }

  /** Plays so many payments at each terminal, and counts exactly those, without a warm-up. */
  PaymentFigures count(int paymentsEach, Runnable settle) {
    settle.run();
    counters.beginExceptions();
    Reading before = counters.read();
    long begin = System.nanoTime();
    traffic.play(paymentsEach);
    Duration time = Duration.ofNanos(System.nanoTime() - begin);
    settle.run();
    Reading moved = counters.read().since(before);
    return new PaymentFigures(
        build, time, books.take(), moved.with(Reading.EXCEPTIONS, counters.endExceptions()));
  }

  /** What came instead of a hold, or of a payment in the books. */
  List<String> errors() {
    return traffic.errors();
  }

  private PaymentFigures window(Duration time) {
    Reading before = counters.read();
    var _ = books.take();
    long begin = System.nanoTime();
    sleep(time);
    Duration took = Duration.ofNanos(System.nanoTime() - begin);
    List<PaymentTimes> payments = books.take();
    var figures = new PaymentFigures(build, took, payments, counters.read().since(before));
    progress.say(
        String.format(
            Locale.ROOT,
            "  %d s: %d payments, tap without the gateway p50 %.1f ms, CPU %.1f ms a payment",
            took.toSeconds(),
            payments.size(),
            figures.median() / 1e3,
            figures.cpuMillis()));
    return figures;
  }

  /** What services do by the clock, without any payment, is a part of every figure. */
  private void tellIdle() {
    sleep(STATISTICS_ARE_TOLD);
    Reading before = counters.read();
    sleep(IDLE);
    Reading moved = counters.read().since(before);
    int seconds = Math.toIntExact(IDLE.toSeconds());
    progress.say(
        String.format(
            Locale.ROOT,
            "  without payments, a second: %.1f commits, %.1f rows updated, CPU %.1f ms",
            moved.each(Reading.COMMITS, seconds).orElse(Double.NaN),
            moved.each(Reading.UPDATED, seconds).orElse(Double.NaN),
            new PaymentFigures(build, IDLE, List.of(), moved).cpuMillis() / seconds));
  }

  private void awaitBooked() {
    var _ =
        new Patience(BOOKED_WITHIN)
            .until("every payment to be booked", books::missing, missing -> missing == 0);
  }

  private static void sleep(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while payments are counted", stopped);
    }
  }

  @Override
  public void close() {
    counters.close();
    books.close();
    authorizations.close();
    stage.close();
  }
}
