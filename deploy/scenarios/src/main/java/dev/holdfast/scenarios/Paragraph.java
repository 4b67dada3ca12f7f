package dev.holdfast.scenarios;

import java.util.ArrayList;
import java.util.List;

/** A text that is set under its label, broken between words. */
record Paragraph(String label, String text) {

  /** The lines, none longer than the width unless a single word is. */
  List<String> lines(int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(label);
    boolean isEmpty = true;
    for (String word : text.split(" ", -1)) {
      if (!isEmpty && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line = new StringBuilder(" ".repeat(label.length()));
        isEmpty = true;
      }
      line.append(isEmpty ? "" : " ").append(word);
      isEmpty = false;
    }
    lines.add(line.toString());
    return lines;
  }
}
