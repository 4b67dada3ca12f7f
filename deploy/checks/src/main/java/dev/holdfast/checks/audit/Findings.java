package dev.holdfast.checks.audit;

import dev.holdfast.checks.audit.Difference.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Differences: all counted, the first of each kind told. */
final class Findings {
  static final int MOST_TOLD = 20;

  private final String topic;
  private final Map<Kind, Long> counts = new EnumMap<>(Kind.class);
  private final Map<Kind, List<Difference>> told = new EnumMap<>(Kind.class);

  private long untold;

  Findings(String topic) {
    this.topic = topic;
  }

  void add(Kind kind, Object key, String sentence) {
    count(kind, 1);
    tell(kind, key, sentence);
  }

  void count(Kind kind, long more) {
    if (more > 0) {
      counts.merge(kind, more, Long::sum);
    }
  }

  /** Tells what is counted elsewhere. */
  void tell(Kind kind, Object key, String sentence) {
    List<Difference> some = told.computeIfAbsent(kind, first -> new ArrayList<>());
    if (some.size() < MOST_TOLD) {
      some.add(new Difference(kind, topic, printable(key.toString()), printable(sentence)));
    } else {
      untold++;
    }
  }

  /** So many more are not even put in words. */
  void leaveUntold(long more) {
    untold += more;
  }

  long untold() {
    return untold;
  }

  long count(Kind kind) {
    return counts.getOrDefault(kind, 0L);
  }

  long count() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  List<Difference> told() {
    return told.values().stream().flatMap(List::stream).toList();
  }

  /** A key may hold whatever somebody published: it must not look like lines of ours. */
  private static String printable(String text) {
    return text.replaceAll("\\p{Cntrl}", "?");
  }
}
