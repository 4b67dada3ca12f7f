package dev.holdfast.scenarios;

import dev.holdfast.scenarios.Act.AddToCharger;
import dev.holdfast.scenarios.Act.AddToCloud;
import dev.holdfast.scenarios.Act.Contract;
import dev.holdfast.scenarios.Act.MakeKnown;
import dev.holdfast.scenarios.Act.Register;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A charge point with a terminal of its own for each row, at a contracted CPO. */
final class Site {
  static final String CPO = "NL-HLD";

  /** Its platform says when a session begins, as the launcher's settings have it. */
  static final String TELLS_STARTS = "NL-STR";

  private static final String STRIPES_READER = "tmr_";
  private static final Duration READY_WITHIN = Duration.ofSeconds(30);

  private final Stage stage;

  Site(Stage stage) {
    this.stage = stage;
  }

  void contractCpo() {
    contractCpo(CPO);
  }

  void contractCpo(String cpoId) {
    makeKnown(cpoId);
    contract(cpoId);
  }

  /** All that makes a terminal ready. */
  static List<Act> installation(Register register) {
    return installation(register, CPO);
  }

  private static List<Act> installation(Register register, String cpoId) {
    return List.of(new AddToCloud("test"), register, new AddToCharger(cpoId));
  }

  /** Sets a terminal up in the vendor's cloud and registers it; returns when it is ready. */
  void install(String serial, Register register) {
    install(serial, register, CPO);
  }

  void install(String serial, Register register, String cpoId) {
    installation(register, cpoId).forEach(act -> carryOut(serial, act));
    var _ =
        new Patience(READY_WITHIN)
            .until(
                "terminal " + serial + " READY",
                () -> stage.frontDoor().get("/terminals/" + serial),
                terminal -> "READY".equals(terminal.path("readiness").textValue()));
  }

  /** Does it; what follows from it comes later. */
  void carryOut(String serial, Act act) {
    switch (act) {
      case AddToCloud(var cloud) -> addToCloud(serial, cloud);
      case Register register -> register(serial, register);
      case AddToCharger(var cpoId) -> addToCharger(serial, cpoId);
      case MakeKnown(var cpoId) -> makeKnown(cpoId);
      case Contract(var cpoId) -> contract(cpoId);
      case Act.AskVendor _ -> stage.frontDoor().post("/terminals/" + serial + "/refresh", "");
      case Act.VendorSays(var status) ->
          stage.simulator().put("/simulator/status-page", Map.of("status", status));
    }
  }

  private void addToCloud(String serial, String cloud) {
    if (isAtStripe(serial)) {
      stage
          .stripe()
          .put("/simulator/stripe/readers/" + serial, Map.of("livemode", !cloud.equals("test")));
    } else {
      stage
          .simulator()
          .put(
              "/simulator/clouds/%s/terminals/%s".formatted(cloud, serial),
              Map.of("currency", "EUR"));
    }
  }

  /** The serial of the terminal of a row: which vendor it is of shows in it. */
  static String serial(Card card, int row) {
    return card.isAtStripe()
        ? STRIPES_READER + "Demo%05d".formatted(row)
        : "P68260000%05d".formatted(row);
  }

  static boolean isAtStripe(String serial) {
    return serial.startsWith(STRIPES_READER);
  }

  private void register(String serial, Register register) {
    stage
        .frontDoor()
        .replace(
            "/terminals/" + serial,
            Map.of(
                "vendor",
                isAtStripe(serial) ? "STRIPE" : "PAYTER",
                "country",
                "NL",
                "currency",
                "EUR",
                "hold",
                Amounts.toJson(register.hold()),
                "overCommit",
                register.overCommit()));
  }

  private void addToCharger(String serial, String cpoId) {
    stage
        .frontDoor()
        .replace(
            "/terminals/" + serial + "/binding",
            Map.of("chargerId", "CH-" + serial, "evseIds", List.of(evse(serial)), "cpoId", cpoId));
  }

  private void makeKnown(String cpoId) {
    stage.frontDoor().replace("/cpos/" + cpoId, Map.of("country", "NL"));
  }

  private void contract(String cpoId) {
    stage
        .frontDoor()
        .replace(
            "/cpos/" + cpoId + "/contracts/ACCEPTANCE",
            Map.of("validFrom", "2026-01-01T00:00:00Z", "agreedBy", "Holdfast demo"));
  }

  /** The charging platform's request for a hold; the answer does not wait for the card. */
  static Map<String, Object> holdRequest(String serial) {
    return Map.of("terminalSerial", serial, "evseId", evse(serial), "waitSeconds", 0);
  }

  static String evse(String serial) {
    return "NL*HLD*E" + serial;
  }
}
