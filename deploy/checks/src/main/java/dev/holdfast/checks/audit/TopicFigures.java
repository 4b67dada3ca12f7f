package dev.holdfast.checks.audit;

import dev.holdfast.checks.audit.Difference.Kind;
import java.util.ArrayList;
import java.util.List;

/** What came of one topic. */
record TopicFigures(String topic, Counts counts, Unsure unsure, Findings findings) {

  /**
   * How much there was.
   *
   * @param compared keys that topic and table both have
   * @param waiting records in the outbox that the topic has not yet
   */
  record Counts(long records, long keys, long compared, long waiting) {}

  /**
   * What cannot be told any more.
   *
   * @param compacted times that versions are left out where the topic was compacted or shortened
   * @param outlived rows that are older than what the topic keeps
   */
  record Unsure(long compacted, long outlived) {}

  static final List<String> COLUMNS = columns();

  private static List<String> columns() {
    List<String> columns = new ArrayList<>(List.of("topic", "records", "keys", "newest compared"));
    for (Kind kind : Kind.values()) {
      columns.add(kind.words());
    }
    columns.add("waiting");
    return List.copyOf(columns);
  }

  List<String> cells() {
    List<String> cells = new ArrayList<>();
    cells.add(topic);
    cells.add(Long.toString(counts.records()));
    cells.add(Long.toString(counts.keys()));
    cells.add(Long.toString(counts.compared()));
    for (Kind kind : Kind.values()) {
      cells.add(Long.toString(findings.count(kind)));
    }
    cells.add(Long.toString(counts.waiting()));
    return cells;
  }

  long differences() {
    return findings.count();
  }

  List<Difference> told() {
    return findings.told();
  }

  /** What must be known beside the figures. */
  List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    if (unsure.compacted() > 0) {
      remarks.add(
          "%s: %d times versions are left out where the topic was compacted; that they were sent cannot be told."
              .formatted(topic, unsure.compacted()));
    }
    if (unsure.outlived() > 0) {
      remarks.add(
          "%s: %d rows are older than what the topic keeps and were not compared."
              .formatted(topic, unsure.outlived()));
    }
    if (findings.untold() > 0) {
      remarks.add("%s: %d more differ than are told.".formatted(topic, findings.untold()));
    }
    return remarks;
  }
}
