package dev.holdfast.terminal.rest;

import dev.holdfast.doors.Page;
import dev.holdfast.doors.Page.Unreadable;
import dev.holdfast.doors.Paging;
import dev.holdfast.terminal.core.Rows;
import java.util.function.Function;
import java.util.stream.Stream;

/** Pages of lists. */
final class Pages {
  private Pages() {}

  /** Of rows of which some may be left alone: they count as those that are shown. */
  static <T> Page<T> of(Rows<T> found, Paging paging) {
    return Page.of(found.ids(), paging.size(), Function.identity())
        .split(
            id -> Stream.ofNullable(found.read().get(id)),
            id ->
                found.left().containsKey(id)
                    ? Stream.of(new Unreadable(id, String.valueOf(found.whyLeft(id))))
                    : Stream.empty());
  }
}
