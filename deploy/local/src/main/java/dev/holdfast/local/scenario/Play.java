package dev.holdfast.local.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.local.system.Progress;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plays every scenario and tells how each ended, and whether gateway and ledger agree. */
public final class Play {
  private final Stage stage;
  private final Progress progress;
  private final Ledgers ledgers;

  /** Will play at these doors, and tell its progress. */
  public Play(Stage stage, Progress progress) {
    this.stage = stage;
    this.progress = progress;
    this.ledgers = new Ledgers(stage.frontDoor(), stage.simulator());
  }

  /** Plays all rows; true when each is as expected and both journals agree. */
  public boolean all() {
    Map<Scenario, String> terminals = new LinkedHashMap<>();
    Scenarios.ALL.forEach(
        scenario -> terminals.put(scenario, "P68260000%05d".formatted(terminals.size() + 1)));
    progress.step(
        "CPO contracted, " + terminals.size() + " terminals installed", () -> install(terminals));
    List<Played> played = new ArrayList<>();
    terminals.forEach((scenario, serial) -> played.add(play(scenario, serial)));
    // Read once more at the end: what a late duplicate had spoiled would show.
    List<Row> rows = played.stream().map(this::look).toList();
    show(rows);
    boolean agree = compare(rows);
    boolean sound = checkInvariants();
    return agree && sound && rows.stream().allMatch(Row::isAsExpected);
  }

  private record Played(Scenario scenario, String reference, List<String> trouble) {}

  private void install(Map<Scenario, String> terminals) {
    Site site = new Site(stage);
    site.contractCpo();
    terminals.forEach((scenario, serial) -> site.install(serial, scenario.overCommit()));
  }

  private Played play(Scenario scenario, String serial) {
    long begin = System.nanoTime();
    Player player = new Player(stage, scenario, serial);
    List<String> trouble = new ArrayList<>();
    try {
      player.play();
    } catch (IllegalStateException | UncheckedIOException failed) {
      trouble.add(String.valueOf(failed.getMessage()));
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
            .filter(found -> !found.path("sessionTotal").isMissingNode())
            .filter(found -> !found.path("sessionTotal").isNull());
    return settlement
        .map(Play::ofSettlement)
        .orElseGet(() ->
            Result.without(
                stage.frontDoor().get("/authorizations/" + reference).path("status").asText("-")));
  }

  static Result ofSettlement(JsonNode settlement) {
    return new Result(
        Amounts.of(settlement.path("authorized")),
        Amounts.of(settlement.path("sessionTotal")),
        Amounts.of(settlement.path("captured")),
        Amounts.of(settlement.path("shortfall")),
        Amounts.of(settlement.path("released")),
        settlement.path("outcome").asText("-"));
  }

  private void show(List<Row> rows) {
    List<String> header = new ArrayList<>(List.of("scenario"));
    header.addAll(Row.RESULT_COLUMNS);
    header.add("as expected");
    progress.say("");
    new TextTable(header, rows.stream().map(Row::cells).toList()).lines().forEach(progress::say);
  }

  private boolean compare(List<Row> rows) {
    List<String> references =
        rows.stream().map(Row::reference).filter(reference -> !reference.isEmpty()).toList();
    List<String> all = new ArrayList<>(references);
    all.addAll(ledgers.unknown(references));
    List<Ledgers.Pair> pairs = all.stream().map(ledgers::compare).toList();
    progress.say("");
    progress.say("The gateway's own journal against our ledger (receivable from gateway):");
    new TextTable(
            List.of("reference", "gateway took", "ledger has", "equal"),
            pairs.stream().map(Ledgers.Pair::cells).toList())
        .lines()
        .forEach(progress::say);
    return pairs.stream().allMatch(Ledgers.Pair::isEqual);
  }

  private boolean checkInvariants() {
    JsonNode findings = stage.frontDoor().get("/settlements/invariants");
    List<String> broken = new ArrayList<>();
    findings.forEach(finding -> {
      if (finding.path("rows").asLong() != 0) {
        broken.add(finding.path("invariant").asText() + " in " + finding.path("rows") + " rows");
      }
    });
    progress.say("");
    progress.say(
        "Invariants of the ledger: %d checked, %s"
            .formatted(findings.size(), broken.isEmpty() ? "none broken" : "BROKEN: " + broken));
    return broken.isEmpty();
  }
}
