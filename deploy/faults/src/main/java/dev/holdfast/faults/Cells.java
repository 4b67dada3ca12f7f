package dev.holdfast.faults;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Cells by patterns such as {@code broker:stopped}, {@code *:killed} or {@code gateway:*}; a cell
 * that one of them fits belongs to it.
 */
record Cells(List<String> patterns) {
  static final Cells ALL = new Cells(List.of("*:*"));

  /**
   * Reads patterns, separated by commas.
   *
   * @throws IllegalArgumentException if one fits no cell
   */
  static Cells parse(String text) {
    Cells cells = new Cells(Arrays.stream(text.split(",")).map(String::strip).toList());
    for (String pattern : cells.patterns()) {
      if (Cell.ALL.stream().noneMatch(cell -> fits(pattern, cell))) {
        throw new IllegalArgumentException(
            "'%s' fits no cell. Use target:fault, * for any. Targets: %s. Faults: %s."
                .formatted(
                    pattern,
                    Arrays.stream(Target.values())
                        .map(Target::word)
                        .collect(Collectors.joining(", ")),
                    Arrays.stream(Kind.values())
                        .map(Kind::word)
                        .collect(Collectors.joining(", "))));
      }
    }
    return cells;
  }

  boolean contains(Cell cell) {
    return patterns.stream().anyMatch(pattern -> fits(pattern, cell));
  }

  List<Cell> all() {
    return Cell.ALL.stream().filter(this::contains).toList();
  }

  private static boolean fits(String pattern, Cell cell) {
    String[] words = pattern.split(":", -1);
    return words.length == 2
        && fits(words[0], cell.target().word())
        && fits(words[1], cell.kind().word());
  }

  private static boolean fits(String word, String name) {
    return word.equals("*") || word.equals(name);
  }
}
