package dev.holdfast.authorization.rest;

import dev.holdfast.authorization.ShowHolds.Found;
import dev.holdfast.authorization.ShowHolds.Shown;
import dev.holdfast.authorization.ShowHolds.Unreadable;
import dev.holdfast.authorization.core.HoldFilter.Place;
import dev.holdfast.doors.Page;
import dev.holdfast.doors.Texts;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page of the list: those that can be read, those that cannot, and where the next one begins. */
final class AuthorizationsPage {
  private static final Pattern PLACE = Pattern.compile("(\\d{4}-[^_]{1,30})_([^_]{36})");

  private AuthorizationsPage() {}

  static Page<AuthorizationAnswer> of(List<Found> found, int size) {
    return Page.of(found, size, one -> text(one.place()))
        .split(AuthorizationsPage::readable, AuthorizationsPage::unreadable);
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

  /** What {@code after} says; throws, as {@link Texts} does, if it is no place of the list. */
  static Place place(String text) {
    var parts = PLACE.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException(text);
    }
    return new Place(Texts.instant(parts.group(1)), Texts.uuid(parts.group(2)));
  }
}
