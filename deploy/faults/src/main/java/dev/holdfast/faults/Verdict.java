package dev.holdfast.faults;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Differences, told apart by whether the file of expected ones explains them.
 *
 * @param explained how often each that is expected was seen
 */
record Verdict(Map<Expected, Integer> explained, List<Difference> unexplained) {

  static Verdict of(List<Difference> differences, List<Expected> expected) {
    Map<Expected, Integer> explained = new LinkedHashMap<>();
    List<Difference> unexplained = new ArrayList<>();
    for (Difference difference : differences) {
      Optional<Expected> why =
          expected.stream().filter(each -> each.explains(difference)).findFirst();
      if (why.isPresent()) {
        explained.merge(why.get(), 1, Integer::sum);
      } else {
        unexplained.add(difference);
      }
    }
    return new Verdict(explained, unexplained);
  }

  boolean isGood() {
    return unexplained.isEmpty();
  }

  /** The checks that found what nothing explains. */
  String caughtBy() {
    return unexplained.stream()
        .map(difference -> difference.check().word())
        .distinct()
        .collect(Collectors.joining(", "));
  }

  /** What was found, in lines. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    explained.forEach((expected, times) ->
        lines.add("Expected, %d times: %s (%s)".formatted(times, expected.name(), expected.why())));
    unexplained.forEach(difference -> lines.add("NOT expected: " + difference));
    return lines;
  }
}
