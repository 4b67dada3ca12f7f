package dev.holdfast.text.csv;

import java.util.List;

/** A record of comma-separated text. */
public sealed interface CsvRecord {
  /** The line of the text in which it begins; the first is 1. */
  int line();

  /** It was read; the cells are without the spaces around them. */
  record Cells(int line, List<String> cells) implements CsvRecord {
    boolean isBlank() {
      return cells.stream().allMatch(String::isEmpty);
    }
  }

  /** It cannot be read. */
  record Broken(int line, String remedy) implements CsvRecord {}
}
