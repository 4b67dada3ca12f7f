package dev.holdfast.scenarios;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.launcher.system.Progress;
import dev.holdfast.scenarios.Act.Register;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plays every scenario and looks how each ended. */
final class Payments {
  private final Stage stage;
  private final Progress progress;
  private final Ledgers ledgers;
  private final List<Played> played = new ArrayList<>();

  Payments(Stage stage, Progress progress, Ledgers ledgers) {
    this.stage = stage;
    this.progress = progress;
    this.ledgers = ledgers;
  }

  /** Plays all, one after the other. */
  void play() {
    Map<Scenario, String> terminals = new LinkedHashMap<>();
    Scenarios.ALL.forEach(
        scenario -> terminals.put(scenario, Site.serial(scenario.card(), terminals.size() + 1)));
    progress.step(
        "CPOs contracted, " + terminals.size() + " terminals installed", () -> install(terminals));
    terminals.forEach((scenario, serial) -> played.add(play(scenario, serial)));
  }

  /** What each has come to by now. */
  List<Row> look() {
    return played.stream().map(this::look).toList();
  }

  private record Played(Scenario scenario, String reference, List<String> trouble) {}

  private void install(Map<Scenario, String> terminals) {
    Site site = new Site(stage);
    terminals.keySet().stream().map(Scenario::cpoId).distinct().forEach(site::contractCpo);
    terminals.forEach((scenario, serial) ->
        site.install(
            serial,
            new Register(Amounts.eur(Scenarios.HOLD), scenario.overCommit()),
            scenario.cpoId()));
  }

  private Played play(Scenario scenario, String serial) {
    long begin = System.nanoTime();
    Player player = new Player(stage, scenario.card(), serial);
    List<String> trouble = new ArrayList<>();
    try {
      player.play(scenario.steps());
    } catch (IllegalStateException | UncheckedIOException failed) {
      trouble.add(String.valueOf(failed.getMessage()));
      // What a row has begun must not go on in the others.
      stage.simulator().put("/simulator/status-page", Map.of("status", "operational"));
    }
    progress.done((trouble.isEmpty() ? "played: " : "FAILED: ") + scenario.name(), begin);
    return new Played(scenario, player.reference(), trouble);
  }

  private Row look(Played played) {
    List<String> trouble = new ArrayList<>(played.trouble());
    Result seen = Result.without("-");
    try {
      seen = result(played.reference());
      trouble.addAll(ledgers.doubles(played.reference()));
    } catch (IllegalStateException | UncheckedIOException failed) {
      trouble.add(String.valueOf(failed.getMessage()));
    }
    return new Row(played.scenario(), played.reference(), seen, trouble);
  }

  private Result result(String reference) {
    if (reference.isEmpty()) {
      return Result.without("-");
    }
    Optional<JsonNode> settlement =
        stage
            .frontDoor()
            .find("/settlements/" + reference)
            .filter(found -> found.path("sessionTotal").isObject() || isForAPerson(found));
    return settlement
        .map(Payments::ofSettlement)
        .orElseGet(() ->
            Result.without(
                stage.frontDoor().get("/authorizations/" + reference).path("status").asText("-")));
  }

  private static boolean isForAPerson(JsonNode settlement) {
    return "ATTENTION".equals(settlement.path("status").textValue());
  }

  static Result ofSettlement(JsonNode settlement) {
    return new Result(
        Amounts.of(settlement.path("authorized")),
        Amounts.of(settlement.path("sessionTotal")),
        Amounts.of(settlement.path("captured")),
        Amounts.of(settlement.path("refunded")),
        Amounts.of(settlement.path("shortfall")),
        Amounts.of(settlement.path("released")),
        settlement.path("outcome").asText(settlement.path("reason").asText("-")));
  }
}
