package dev.holdfast.terminal.rest;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param next what to ask for as {@code after} to get the next page; null on the last one
 * @param total how many there are on all pages
 * @param totalIsExact false where there are more than were counted
 */
record PageAnswer<T>(List<T> items, @Nullable String next, long total, boolean totalIsExact) {
  /**
   * A page of at most so many.
   *
   * @param found one more than the page holds where another page follows
   */
  static <T> PageAnswer<T> of(
      List<T> found, int limit, Function<T, String> id, long counted, long countedUpTo) {
    var items = found.stream().limit(limit).toList();
    var next = found.size() > limit ? id.apply(items.getLast()) : null;
    return new PageAnswer<>(items, next, Math.min(counted, countedUpTo), counted <= countedUpTo);
  }
}
