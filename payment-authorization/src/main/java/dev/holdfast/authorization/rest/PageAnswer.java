package dev.holdfast.authorization.rest;

import dev.holdfast.authorization.ShowHolds.Found;
import dev.holdfast.authorization.ShowHolds.Listed;
import dev.holdfast.authorization.ShowHolds.Shown;
import dev.holdfast.authorization.ShowHolds.Unreadable;
import java.util.List;
import java.util.stream.Stream;

/**
 * One page of a list, the newest first.
 *
 * @param unreadable those of this page that only a newer version of this service can read; empty
 *     but while two versions run, or after a return to an older one
 * @param page counted from 0
 * @param total how many there are on all pages
 */
record PageAnswer(
    List<AuthorizationAnswer> items,
    List<UnreadableAnswer> unreadable,
    int page,
    int size,
    long total) {
  static PageAnswer of(Listed listed, int page, int size) {
    return new PageAnswer(
        listed.found().stream().flatMap(PageAnswer::readable).toList(),
        listed.found().stream().flatMap(PageAnswer::unreadable).toList(),
        page,
        size,
        listed.total());
  }

  private static Stream<AuthorizationAnswer> readable(Found found) {
    return switch (found) {
      case Shown shown -> Stream.of(AuthorizationAnswer.of(shown));
      case Unreadable _ -> Stream.empty();
    };
  }

  private static Stream<UnreadableAnswer> unreadable(Found found) {
    return switch (found) {
      case Shown _ -> Stream.empty();
      case Unreadable row -> Stream.of(UnreadableAnswer.of(row));
    };
  }
}
