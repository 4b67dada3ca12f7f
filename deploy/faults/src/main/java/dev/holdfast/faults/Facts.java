package dev.holdfast.faults;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.launcher.RestApi;
import dev.holdfast.launcher.system.Service;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * All that is known after a drill, read through public doors.
 *
 * @param gateway the gateway's own journal, by payment
 * @param settlements rows of the download, by payment
 * @param parked what was put aside, by service
 * @param broken invariants, with how many rows break each
 */
record Facts(
    Map<String, Moves> gateway,
    Ledger ledger,
    Map<String, Hold> holds,
    Map<String, Map<String, String>> settlements,
    List<String> parked,
    List<String> broken) {
  private static final int PAGE = 500;

  /**
   * Reads all of it.
   *
   * @throws IllegalStateException if a door does not answer as it should
   */
  static Facts read(RestApi front, RestApi simulator) {
    return new Facts(
        Moves.read(simulator.get("/simulator/journal")),
        Ledger.read(front.text("/journal/export")),
        holds(front),
        settlements(front),
        parked(front),
        broken(front));
  }

  /** Every payment that somebody knows of, in order. */
  Set<String> references() {
    Set<String> references = new TreeSet<>(gateway.keySet());
    references.addAll(ledger.receivable().keySet());
    references.addAll(holds.keySet());
    references.addAll(settlements.keySet());
    return references;
  }

  /** What the gateway did for a payment. */
  Moves moves(String reference) {
    return gateway.getOrDefault(reference, Moves.NONE);
  }

  /** A payment's row of the download; without columns where there is none. */
  Map<String, String> settlement(String reference) {
    return settlements.getOrDefault(reference, Map.of());
  }

  static Map<String, Map<String, String>> settlements(RestApi front) {
    return Csv.read(front.text("/settlements/export")).stream()
        .collect(Collectors.toMap(row -> row.getOrDefault("reference", ""), row -> row));
  }

  static Map<String, Hold> holds(RestApi front) {
    Map<String, Hold> holds = new HashMap<>();
    String next = "";
    do {
      JsonNode page = front.get("/authorizations?size=%d&after=%s".formatted(PAGE, next));
      page.path("items")
          .forEach(row -> {
            Hold hold = Hold.of(row);
            holds.put(hold.reference(), hold);
          });
      next = page.path("next").asText();
    } while (!next.isEmpty());
    return holds;
  }

  /** Each invariant that a row breaks. */
  static List<String> broken(RestApi front) {
    List<String> broken = new ArrayList<>();
    for (JsonNode finding : front.post("/settlements/invariants", "").required("items")) {
      if (finding.path("rows").asLong() != 0) {
        broken.add(finding.path("invariant").asText());
      }
    }
    return broken;
  }

  private static List<String> parked(RestApi front) {
    List<String> parked = new ArrayList<>();
    for (Service service : Service.values()) {
      for (JsonNode record : front.get("/" + service.title() + "/parked?size=500").path("items")) {
        parked.add(
            "%s from %s: %s"
                .formatted(
                    service.title(), record.path("topic").asText(), record.path("error").asText()));
      }
    }
    return parked;
  }
}
