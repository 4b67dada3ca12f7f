package dev.holdfast.authorization.rest;

import dev.holdfast.authorization.ShowHolds.Found;
import dev.holdfast.authorization.ShowHolds.Shown;
import dev.holdfast.authorization.ShowHolds.Unreadable;
import dev.holdfast.authorization.core.HoldFilter.Place;
import dev.holdfast.doors.Page;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page of the list: those that can be read, those that cannot, and where the next one begins. */
final class AuthorizationsPage {
  private static final Pattern PLACE = Pattern.compile("(\\d{4}-[^_]{1,30})_([^_]{36})");

  private AuthorizationsPage() {}

  static Page<AuthorizationAnswer> of(List<Found> found, int size) {
    var page = Page.of(found, size, one -> text(one.place()));
    return new Page<>(
        page.items().stream().flatMap(AuthorizationsPage::readable).toList(),
        page.next(),
        null,
        null,
        page.items().stream().flatMap(AuthorizationsPage::unreadable).toList());
  }

  private static Stream<AuthorizationAnswer> readable(Found found) {
    return switch (found) {
      case Shown shown -> Stream.of(AuthorizationAnswer.of(shown));
      case Unreadable _ -> Stream.empty();
    };
  }

  private static Stream<Page.Unreadable> unreadable(Found found) {
    return switch (found) {
      case Shown _ -> Stream.empty();
      case Unreadable(var reference, _, var why) ->
          Stream.of(new Page.Unreadable(reference.toString(), String.valueOf(why.getMessage())));
    };
  }

  private static String text(Place place) {
    return place.requestedAt() + "_" + place.reference();
  }

  /** What {@code after} says; throws IllegalArgumentException if it is no place of the list. */
  static Place place(String text) {
    var parts = PLACE.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException(text);
    }
    try {
      return new Place(Instant.parse(parts.group(1)), UUID.fromString(parts.group(2)));
    } catch (DateTimeException wrong) {
      throw new IllegalArgumentException(text, wrong);
    }
  }
}
