package dev.holdfast.checks.audit;

import dev.holdfast.launcher.TextTable;
import java.util.ArrayList;
import java.util.List;

/** What an audit found. */
public final class Report {
  private final List<TopicFigures> topics;

  Report(List<TopicFigures> topics) {
    this.topics = List.copyOf(topics);
  }

  /** True if topics and tables say the same; what only waits in an outbox is no difference. */
  public boolean isClean() {
    return count() == 0;
  }

  /** How many differences there are. */
  public long count() {
    return topics.stream().mapToLong(TopicFigures::differences).sum();
  }

  /** The differences; of very many only the first of each topic and kind. */
  public List<Difference> differences() {
    return topics.stream().flatMap(topic -> topic.told().stream()).toList();
  }

  /** How many records wait in an outbox for the relay. */
  public long waiting() {
    return topics.stream().mapToLong(topic -> topic.counts().waiting()).sum();
  }

  /** The table, and each difference in words. */
  public List<String> lines() {
    List<String> lines =
        new ArrayList<>(
            new TextTable(TopicFigures.COLUMNS, topics.stream().map(TopicFigures::cells).toList())
                .lines());
    differences().forEach(difference -> lines.add(difference.toString()));
    topics.forEach(topic -> lines.addAll(topic.remarks()));
    lines.add(
        isClean()
            ? "Topics and tables agree."
            : "Topics and tables DIFFER: %d differences.".formatted(count()));
    return lines;
  }
}
