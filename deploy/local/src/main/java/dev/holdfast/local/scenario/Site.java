package dev.holdfast.local.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A charge point with a terminal of its own for each scenario, all of one contracted CPO. */
final class Site {
  private static final String CPO = "NL-HLD";
  private static final Duration READY_WITHIN = Duration.ofSeconds(30);

  private final Stage stage;

  Site(Stage stage) {
    this.stage = stage;
  }

  void contractCpo() {
    stage.frontDoor().put("/cpos/" + CPO, Map.of("country", "NL"));
    stage
        .frontDoor()
        .put(
            "/cpos/" + CPO + "/contracts/ACCEPTANCE",
            Map.of("validFrom", "2026-01-01T00:00:00Z", "agreedBy", "Holdfast demo"));
  }

  /** Sets a terminal up in the vendor's cloud and registers it; returns when it is ready. */
  void install(String serial, boolean overCommit) {
    stage.simulator().put("/simulator/clouds/test/terminals/" + serial, Map.of("currency", "EUR"));
    String path = "/terminals/" + serial;
    stage
        .frontDoor()
        .put(
            path,
            Map.of(
                "vendor", "PAYTER",
                "country", "NL",
                "currency", "EUR",
                "hold", Amounts.toJson(Amounts.eur(Scenarios.HOLD)),
                "overCommit", overCommit));
    stage
        .frontDoor()
        .put(
            path + "/binding",
            Map.of("chargerId", "CH-" + serial, "evseIds", List.of(evse(serial)), "cpoId", CPO));
    var _ =
        new Patience(READY_WITHIN)
            .until(
                "terminal " + serial + " READY",
                () -> stage.frontDoor().get(path),
                terminal -> "READY".equals(terminal.path("readiness").textValue()));
  }

  static String evse(String serial) {
    return "NL*HLD*E" + serial;
  }
}
