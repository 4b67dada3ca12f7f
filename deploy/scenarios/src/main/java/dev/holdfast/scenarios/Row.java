package dev.holdfast.scenarios;

import java.util.ArrayList;
import java.util.List;

/**
 * A scenario after it was played.
 *
 * @param trouble what went wrong on the way, and what is wrong in the journals; empty when nothing
 */
record Row(Scenario scenario, String reference, Result seen, List<String> trouble) {
  static final List<String> RESULT_COLUMNS =
      List.of("hold", "session", "captured", "refunded", "shortfall", "released", "outcome");

  boolean isAsExpected() {
    return trouble.isEmpty() && differences().isEmpty();
  }

  /** {@code yes}, or all that is wrong. */
  String verdict() {
    List<String> wrong = new ArrayList<>(differences());
    wrong.addAll(trouble);
    return verdict(wrong);
  }

  /** {@code yes} where nothing is wrong. */
  static String verdict(List<String> wrong) {
    return wrong.isEmpty() ? "yes" : "NO: " + String.join("; ", wrong);
  }

  List<String> cells() {
    List<String> cells = new ArrayList<>();
    cells.add(scenario.name());
    cells.addAll(seen.cells());
    cells.add(verdict());
    return cells;
  }

  private List<String> differences() {
    return scenario.expected().differences(seen, RESULT_COLUMNS);
  }
}
