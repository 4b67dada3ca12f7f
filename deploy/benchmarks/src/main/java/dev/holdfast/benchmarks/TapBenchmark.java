package dev.holdfast.benchmarks;

import dev.holdfast.launcher.RestApi;
import dev.holdfast.launcher.TextTable;
import dev.holdfast.launcher.system.Progress;
import dev.holdfast.scenarios.Fleet;
import dev.holdfast.scenarios.Stage;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Measures taps of many drivers at once: how many a second, and what we add to the gateway's time.
 * Each round is played with decisions written together, and with a transaction for each decision.
 */
final class TapBenchmark {
  private static final int DRIVERS = 200;
  private static final Duration WARM_UP = Duration.ofSeconds(20);
  private static final Duration COUNTED = Duration.ofSeconds(20);
  private static final Map<String, Object> CLOUD = Map.of("medianMillis", 20, "p99Millis", 80);
  private static final List<String> COLUMNS =
      List.of("round", "taps/s", "p50", "p99", "added p50", "added p99", "taps", "errors");

  private static final List<Round> ROUNDS =
      List.of(
          new Round("at once, written together", 500, Duration.ZERO),
          new Round("at once, a transaction each", 1, Duration.ZERO),
          new Round("at once, written together", 500, Duration.ZERO),
          new Round("at once, a transaction each", 1, Duration.ZERO),
          new Round("every 8 s, written together", 500, Duration.ofSeconds(8)),
          new Round("every 8 s, a transaction each", 1, Duration.ofSeconds(8)));

  private final Stage stage;
  private final Progress progress;
  private final IntFunction<URI> startWith;

  /** So many decisions a transaction at most; each driver taps so often, zero without a pause. */
  private record Round(String name, int most, Duration every) {}

  /**
   * Drives a running system.
   *
   * @param startWith starts payment-authorization anew, so that it writes that many decisions in
   *     one transaction at most, and says where it listens
   */
  TapBenchmark(Stage stage, Progress progress, IntFunction<URI> startWith) {
    this.stage = stage;
    this.progress = progress;
    this.startWith = startWith;
  }

  /** Plays all rounds and prints the table; true if every tap was held. */
  boolean run() {
    List<String> terminals =
        IntStream.range(0, DRIVERS).mapToObj("P68270000%05d"::formatted).toList();
    progress.step(
        DRIVERS + " terminals installed", () -> new Fleet(stage).install(terminals, false));
    List<List<String>> rows = new ArrayList<>();
    List<TapFigures> all = new ArrayList<>();
    for (Round round : ROUNDS) {
      TapFigures figures = play(round, terminals);
      all.add(figures);
      rows.add(figures.cells(round.name()));
    }
    progress.say("");
    progress.say(
        "%d drivers; the gateway's calls take 20 ms (median) and 80 ms (99th percentile);"
            .formatted(DRIVERS));
    progress.say("drivers, gateway, broker, database and services share this machine.");
    new TextTable(COLUMNS, rows).lines().forEach(progress::say);
    all.stream().flatMap(figures -> figures.errors().stream()).limit(5).forEach(progress::say);
    return all.stream().allMatch(figures -> figures.errors().isEmpty());
  }

  private TapFigures play(Round round, List<String> terminals) {
    URI address = startWith.apply(round.most());
    stage.simulator().put("/simulator/latency", CLOUD);
    try (RestApi authorizations = new RestApi(address)) {
      long begin = System.nanoTime();
      TapFigures figures =
          new Rush(authorizations, stage.simulator(), terminals)
              .run(WARM_UP, COUNTED, round.every());
      progress.done(round.name(), begin);
      return figures;
    }
  }
}
