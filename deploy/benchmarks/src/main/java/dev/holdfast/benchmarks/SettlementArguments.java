package dev.holdfast.benchmarks;

import java.util.ArrayList;
import java.util.List;

/**
 * What was asked for on the command line.
 *
 * @param backlog so many sessions are closed before session-settlement starts
 * @param rest words that every command of this folder knows
 */
record SettlementArguments(int backlog, List<String> rest) {
  private static final int DEFAULT_BACKLOG = 200_000;
  private static final int LEAST = 1_000;
  private static final int MOST = 10_000_000;

  /**
   * Reads the words behind {@code settlements}.
   *
   * @throws IllegalArgumentException if one is not as it must be, with what it must be
   */
  static SettlementArguments of(List<String> words) {
    int backlog = DEFAULT_BACKLOG;
    List<String> rest = new ArrayList<>();
    List<String> left = new ArrayList<>(words);
    while (!left.isEmpty()) {
      String word = left.removeFirst();
      if (word.equals("--backlog")) {
        backlog = Words.whole(word, left, LEAST, MOST);
      } else {
        rest.add(word);
      }
    }
    return new SettlementArguments(backlog, List.copyOf(rest));
  }
}
