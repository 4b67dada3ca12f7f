package dev.holdfast.local;

import dev.holdfast.local.events.ChargingPlatform;
import dev.holdfast.local.scenario.Benchmark;
import dev.holdfast.local.scenario.RestApi;
import dev.holdfast.local.scenario.Stage;
import dev.holdfast.local.system.LocalSystem;
import dev.holdfast.local.system.Service;
import java.util.Map;

/** Starts the whole system, measures taps, and prints the figures. */
final class Bench {
  private static final String USAGE = "Usage: deploy/bench [--port N]";

  private Bench() {}

  /** Takes {@code --port N}; exits 0 only if every tap was held. */
  public static void main(String... words) {
    Launcher launcher = new Launcher(USAGE);
    launcher.launch(words, session -> measure(launcher, session.system()));
  }

  private static int measure(Launcher launcher, LocalSystem system) {
    LocalSystem.Addresses at = system.addresses();
    try (RestApi frontDoor = new RestApi(at.frontDoor());
        RestApi simulator = new RestApi(at.simulator());
        ChargingPlatform platform = new ChargingPlatform(at.kafka(), at.schemaRegistry())) {
      Stage stage = new Stage(frontDoor, simulator, platform, () -> {});
      Benchmark benchmark =
          new Benchmark(
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
