package dev.holdfast.benchmarks;

import dev.holdfast.launcher.Launcher;
import dev.holdfast.launcher.system.LocalSystem;
import dev.holdfast.launcher.system.Service;
import dev.holdfast.scenarios.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Starts what is measured, measures it, and prints the figures. */
final class Bench {
  private static final String USAGE =
      "Usage: deploy/bench taps|export [--port N]\n"
          + "       deploy/bench settlements [--backlog N] [--port N]\n"
          + "       deploy/bench payments [--rate PAYMENTS_A_SECOND | --drivers N]"
          + " [--warm-up MINUTES] [--against COMMIT] [--port N]";

  private Bench() {}

  /**
   * Takes {@code payments}, {@code taps}, {@code settlements} or {@code export}, and what belongs
   * to it; exits 0 only if every payment was made, every tap held, every settlement as it must be,
   * or every download whole, however long it took.
   */
  public static void main(String... words) {
    Launcher launcher = new Launcher(USAGE);
    List<String> options = List.of(words).subList(Math.min(1, words.length), words.length);
    // Not an exhaustive switch: the word is text that somebody typed.
    switch (words.length == 0 ? "" : words[0]) {
      case "payments" -> payments(launcher, options);
      case "taps" ->
          launcher.launch(options, LocalSystem::start, session -> taps(launcher, session.system()));
      case "settlements" -> settlements(launcher, options);
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

  private static void payments(Launcher launcher, List<String> options) {
    PaymentArguments arguments = launcher.read(() -> PaymentArguments.of(options));
    arguments
        .against()
        .ifPresent(commit -> launcher.read(() -> OtherBuild.known(commit, launcher.root())));
    List<OtherBuild> other = new ArrayList<>();
    launcher.launch(
        arguments.rest(),
        (root, port, progress) -> {
          arguments.against().ifPresent(commit -> other.add(OtherBuild.of(commit, root, progress)));
          return PaymentComparison.start(root, port, progress);
        },
        session ->
            new PaymentComparison(arguments, launcher.progress()).run(session.system(), other)
                ? 0
                : Launcher.FAILED);
  }

  private static void settlements(Launcher launcher, List<String> options) {
    SettlementArguments arguments = launcher.read(() -> SettlementArguments.of(options));
    launcher.launch(
        arguments.rest(),
        LocalSystem::startInfrastructure,
        session -> {
          try (var benchmark =
              new SettlementBenchmark(session.system(), launcher.progress(), arguments.backlog())) {
            return benchmark.run() ? 0 : Launcher.FAILED;
          }
        });
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
