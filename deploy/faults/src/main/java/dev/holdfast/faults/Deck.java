package dev.holdfast.faults;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Cells in a drawn order, again and again. */
final class Deck {
  private final List<Cell> cells;
  private final Random random;
  private final List<Cell> left = new ArrayList<>();

  Deck(List<Cell> cells, Random random) {
    this.cells = cells;
    this.random = random;
  }

  Cell next() {
    fill();
    return left.removeLast();
  }

  /** The next that is about something else. */
  Optional<Cell> nextBut(Target target) {
    fill();
    var found = left.reversed().stream().filter(cell -> cell.target() != target).findFirst();
    found.ifPresent(left::remove);
    return found;
  }

  private void fill() {
    if (left.isEmpty()) {
      left.addAll(cells);
      Collections.shuffle(left, random);
    }
  }
}
