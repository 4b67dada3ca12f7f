package dev.holdfast.scenarios;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A complaint after it was played.
 *
 * @param verdict the diagnosis' own, before anything was mended
 * @param references of the payments that were made
 * @param trouble what went wrong on the way; empty when nothing
 */
record ComplaintRow(
    Complaint complaint,
    Finding seen,
    String verdict,
    List<String> references,
    List<String> trouble) {
  private static final int WIDTH = 120;

  boolean isAsExpected() {
    return wrong().isEmpty();
  }

  List<String> cells() {
    List<String> cells = new ArrayList<>();
    cells.add(complaint.name());
    cells.addAll(seen.cells());
    cells.add(Row.verdict(wrong()));
    return cells;
  }

  /** What the diagnosis said, as a block below the table. */
  List<String> explanation() {
    return Stream.of(
            List.of(complaint.name()),
            new Paragraph("  verdict   ", verdict).lines(WIDTH),
            new Paragraph("  remedy    ", seen.advice().remedy()).lines(WIDTH),
            List.of("  who acts  " + seen.advice().whoActs()))
        .flatMap(List::stream)
        .toList();
  }

  private List<String> wrong() {
    List<String> wrong = new ArrayList<>(complaint.expected().differences(seen));
    wrong.addAll(trouble);
    return wrong;
  }
}
