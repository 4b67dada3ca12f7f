package dev.holdfast.scenarios;

import java.util.ArrayList;
import java.util.List;

/**
 * How a terminal was found, and how it was left.
 *
 * @param before the tap before anything was mended
 * @param after the tap after it was mended
 */
record Finding(Tap before, Advice advice, Tap after) {
  static final List<String> COLUMNS =
      List.of("tap before", "check", "who acts", "tap after mending");
  static final Finding NOTHING = new Finding(new Tap.None(), Advice.NONE, new Tap.None());

  List<String> cells() {
    return List.of(before.words(), advice.words(), advice.whoActs(), after.words());
  }

  /**
   * In what another differs, each as a sentence; of the remedy, what is expected here is a part.
   */
  List<String> differences(Finding seen) {
    List<String> differences = new ArrayList<>();
    for (int i = 0; i < COLUMNS.size(); i++) {
      if (!cells().get(i).equals(seen.cells().get(i))) {
        differences.add("%s should be %s".formatted(COLUMNS.get(i), cells().get(i)));
      }
    }
    if (!seen.advice().remedy().contains(advice.remedy())) {
      differences.add("remedy should name " + advice.remedy());
    }
    return differences;
  }
}
