package dev.holdfast.terminal.rest;

import dev.holdfast.doors.Page;
import dev.holdfast.doors.Page.Unreadable;
import dev.holdfast.doors.Paging;
import dev.holdfast.terminal.core.Rows;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Pages of lists. */
final class Pages {
  private Pages() {}

  /** Of rows of which some may be left alone: they count as those that are shown. */
  static <T> Page<T> of(Rows<T> found, Paging paging) {
    var page = Page.of(found.ids(), paging.size(), Function.identity());
    List<Unreadable> left =
        page.items().stream()
            .filter(found.left()::containsKey)
            .map(id -> new Unreadable(id, String.valueOf(found.whyLeft(id))))
            .toList();
    var read = page.items().stream().flatMap(id -> Stream.ofNullable(found.read().get(id)));
    return new Page<>(read.toList(), page.next(), null, null, left);
  }
}
