package dev.holdfast.checks.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Versions that are missing: ranges, first to last. */
final class Gaps {
  private final TreeMap<Long, Long> ranges = new TreeMap<>();

  void add(long first, long last) {
    if (first <= last) {
      ranges.put(first, last);
    }
  }

  /** It has come after all; false if it was not missing. */
  boolean fill(long version) {
    Map.Entry<Long, Long> range = ranges.floorEntry(version);
    if (range == null || range.getValue() < version) {
      return false;
    }
    ranges.remove(range.getKey());
    add(range.getKey(), version - 1);
    add(version + 1, range.getValue());
    return true;
  }

  /** How many are missing up to a version: later ones were never there. */
  long count(long upTo) {
    return ranges.headMap(upTo, true).entrySet().stream()
        .mapToLong(range -> Math.min(range.getValue(), upTo) - range.getKey() + 1)
        .sum();
  }

  /** Which, in words: "version 3", "versions 1, 4 to 6". */
  String words(long upTo) {
    List<String> words = new ArrayList<>();
    ranges
        .headMap(upTo, true)
        .forEach((first, last) -> {
          long end = Math.min(last, upTo);
          words.add(first == end ? "" + first : first + " to " + end);
        });
    return (count(upTo) == 1 ? "version " : "versions ") + String.join(", ", words);
  }

  Gaps copy() {
    Gaps copy = new Gaps();
    copy.ranges.putAll(ranges);
    return copy;
  }
}
