package dev.holdfast.faults;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * Something that is not as it must be.
 *
 * @param about a payment's reference, or what else it is about
 * @param seen what is known of it, in words that do not differ from one run to the next
 * @param cells the faults in whose time it was
 */
record Difference(Check check, String about, String seen, Set<Cell> cells) {
  @Override
  public String toString() {
    return "%s: %s: %s%s"
        .formatted(
            check.word(),
            about,
            seen,
            cells.isEmpty() ? "" : " (in the time of " + cellWords() + ")");
  }

  private String cellWords() {
    return cells.stream().map(Cell::toString).sorted().collect(Collectors.joining(", "));
  }
}
