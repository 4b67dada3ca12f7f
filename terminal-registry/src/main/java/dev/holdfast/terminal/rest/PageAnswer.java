package dev.holdfast.terminal.rest;

import dev.holdfast.terminal.core.Rows;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param next what to ask for as {@code after} to get the next page; null on the last one
 * @param total how many there are on all pages
 * @param totalIsExact false where there are more than were counted
 * @param unreadable those of this page that only a newer version of this service can read
 */
record PageAnswer<T>(
    List<T> items,
    @Nullable String next,
    long total,
    boolean totalIsExact,
    List<Unreadable> unreadable) {
  /** One that is left alone, and why. */
  record Unreadable(String id, String why) {}

  /**
   * A page of at most so many.
   *
   * @param found one more than the page holds where another page follows
   */
  static <T> PageAnswer<T> of(List<T> found, int limit, Function<T, String> id, long counted) {
    var items = found.stream().limit(limit).toList();
    var next = found.size() > limit ? id.apply(items.getLast()) : null;
    return new PageAnswer<>(items, next, counted, true, List.of());
  }

  /** The same of rows of which some may be left alone: they count as those that are shown. */
  static <T> PageAnswer<T> of(Rows<T> found, int limit, long counted, long countedUpTo) {
    var ids = found.ids().stream().limit(limit).toList();
    return new PageAnswer<>(
        ids.stream().flatMap(id -> Stream.ofNullable(found.read().get(id))).toList(),
        found.ids().size() > limit ? ids.getLast() : null,
        Math.min(counted, countedUpTo),
        counted <= countedUpTo,
        ids.stream().flatMap(id -> unreadable(id, found.whyLeft(id))).toList());
  }

  private static Stream<Unreadable> unreadable(String id, @Nullable String why) {
    return why == null ? Stream.empty() : Stream.of(new Unreadable(id, why));
  }
}
