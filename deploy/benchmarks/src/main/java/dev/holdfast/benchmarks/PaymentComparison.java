package dev.holdfast.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.benchmarks.counters.Counters;
import dev.holdfast.checks.audit.Addresses;
import dev.holdfast.checks.audit.Audit;
import dev.holdfast.checks.audit.Report;
import dev.holdfast.launcher.RestApi;
import dev.holdfast.launcher.TextTable;
import dev.holdfast.launcher.system.LocalSystem;
import dev.holdfast.launcher.system.Progress;
import dev.holdfast.launcher.system.Service;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.StreamSupport;

/** Measures this build, and another one after it in the same way, and prints both. */
final class PaymentComparison {
  private static final int METHOD_NOT_ALLOWED = 405;

  private final PaymentArguments arguments;
  private final Progress progress;
  private final List<PaymentFigures> figures = new ArrayList<>();
  private boolean sound = true;

  PaymentComparison(PaymentArguments arguments, Progress progress) {
    this.arguments = arguments;
    this.progress = progress;
  }

  /** Starts a system of this build. */
  static LocalSystem start(Path root, OptionalInt port, Progress progress) {
    return LocalSystem.startMeasured(root, port, progress, PaymentBenchmark.JVM, Counters::prepare);
  }

  /** A system of another build, whose schemas were not registered by this one's deployment. */
  private LocalSystem start(OtherBuild other) {
    var options = new ArrayList<>(PaymentBenchmark.JVM);
    options.add("-Dholdfast.delivery.register-schemas=true");
    return LocalSystem.startMeasured(
        other.folder(), OptionalInt.empty(), progress, options, Counters::prepare);
  }

  /**
   * Measures all builds; ends the system of this one before that of the other is started.
   *
   * @param other built already, if there is another
   * @return whether every payment was made, and topics, tables and books are as they must be
   */
  boolean run(LocalSystem system, List<OtherBuild> other) {
    double busy = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    measure("this build", system, Map.of());
    sound &= audited(system);
    for (OtherBuild build : other) {
      system.close();
      try (LocalSystem theirs = start(build)) {
        measure(build.commit(), theirs, build.dialect());
      }
      progress.say("The audit reads this build's tables; it was not run for the other.");
    }
    print(busy);
    return sound;
  }

  private void measure(String build, LocalSystem system, Map<String, Object> dialect) {
    progress.say("Measured now: " + build);
    int terminals = arguments.offer().terminals();
    try (var benchmark = new PaymentBenchmark(build, system, progress, terminals)) {
      benchmark.install(dialect);
      figures.add(benchmark.run(arguments.offer(), new WarmUp(arguments.warmUp(), progress)));
      List<String> errors = benchmark.errors();
      errors.stream().limit(5).forEach(error -> progress.say("FAILED: " + error));
      progress.say(errors.size() + " payments failed");
      sound &= errors.isEmpty();
    }
    sound &= everyInvariantHolds(system);
  }

  private boolean audited(LocalSystem system) {
    Report report = Audit.of(Addresses.of(system.addresses())).run();
    report.lines().forEach(progress::say);
    return report.isClean();
  }

  private boolean everyInvariantHolds(LocalSystem system) {
    try (RestApi settlement = new RestApi(system.address(Service.SESSION_SETTLEMENT))) {
      var broken =
          StreamSupport.stream(findings(settlement).spliterator(), false)
              .filter(finding -> finding.path("rows").asLong() != 0)
              .toList();
      progress.say(broken.isEmpty() ? "Every invariant holds." : "BROKEN: " + broken);
      return broken.isEmpty();
    }
  }

  /** Older builds answer a GET, with the bare list. */
  private static JsonNode findings(RestApi settlement) {
    RestApi.Answer answer = settlement.send("POST", "/settlements/invariants", "");
    return answer.status() == METHOD_NOT_ALLOWED
        ? settlement.get("/settlements/invariants")
        : answer.body().required("items");
  }

  private void print(double busy) {
    progress.say("");
    progress.say(
        String.format(
            Locale.ROOT,
            "%d cores, load %.1f before; services with %s; gateway's calls take 20 ms (median) and"
                + " 80 ms (p99);",
            Runtime.getRuntime().availableProcessors(),
            busy,
            String.join(" ", PaymentBenchmark.JVM)));
    progress.say(arguments.offer().told() + "; everything, and this command, share the machine.");
    new TextTable(PaymentFigures.header(figures), PaymentFigures.rows(figures))
        .lines()
        .forEach(progress::say);
  }
}
