package dev.holdfast.benchmarks;

import dev.holdfast.launcher.Launcher;
import dev.holdfast.launcher.system.LocalSystem;
import dev.holdfast.launcher.system.Service;
import dev.holdfast.scenarios.Stage;
import java.util.List;
import java.util.Map;

/** Starts what is measured, measures it, and prints the figures. */
final class Bench {
  private static final String USAGE = "Usage: deploy/bench taps|settlements|export [--port N]";

  private Bench() {}

  /**
   * Takes {@code taps}, {@code settlements} or {@code export}, and {@code --port N}; exits 0 only
   * if every tap was held, or every settlement is as it must be, or every download was whole,
   * however long it took.
   */
  public static void main(String... words) {
    Launcher launcher = new Launcher(USAGE);
    List<String> options = List.of(words).subList(Math.min(1, words.length), words.length);
    // Not an exhaustive switch: the word is text that somebody typed.
    switch (words.length == 0 ? "" : words[0]) {
      case "taps" ->
          launcher.launch(options, LocalSystem::start, session -> taps(launcher, session.system()));
      case "settlements" ->
          launcher.launch(
              options,
              LocalSystem::startInfrastructure,
              session -> settlements(launcher, session.system()));
      case "export" ->
          launcher.launch(
              options,
              LocalSystem::startInfrastructure,
              session ->
                  new ExportBenchmark(session.system(), launcher.progress()).run()
                      ? 0
                      : Launcher.FAILED);
      default -> {
        System.err.println(USAGE);
        System.exit(2);
      }
    }
  }

  private static int settlements(Launcher launcher, LocalSystem system) {
    try (var benchmark = new SettlementBenchmark(system, launcher.progress())) {
      return benchmark.run() ? 0 : Launcher.FAILED;
    }
  }

  private static int taps(Launcher launcher, LocalSystem system) {
    try (Stage stage = Stage.of(system)) {
      TapBenchmark benchmark =
          new TapBenchmark(
              stage,
              launcher.progress(),
              most ->
                  system.restartWith(
                      Service.PAYMENT_AUTHORIZATION,
                      Map.of("HOLDFAST_AUTHORIZATION_WRITTEN_TOGETHER", Integer.toString(most))));
      return benchmark.run() ? 0 : Launcher.FAILED;
    }
  }
}
