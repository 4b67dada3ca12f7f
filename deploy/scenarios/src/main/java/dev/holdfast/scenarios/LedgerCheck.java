package dev.holdfast.scenarios;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.launcher.TextTable;
import dev.holdfast.launcher.system.Progress;
import java.util.ArrayList;
import java.util.List;

/** Compares the gateway's own journal with our ledger, and asks whether the ledger is sound. */
record LedgerCheck(Stage stage, Progress progress, Ledgers ledgers) {

  /** Tells of each payment; true when both journals agree and no invariant is broken. */
  boolean passes(List<String> references) {
    boolean agree = compare(references);
    boolean sound = checkInvariants();
    return agree && sound;
  }

  private boolean compare(List<String> references) {
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
    JsonNode findings = stage.frontDoor().post("/settlements/invariants", "").required("items");
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
