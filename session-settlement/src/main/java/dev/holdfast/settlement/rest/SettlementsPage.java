package dev.holdfast.settlement.rest;

import dev.holdfast.doors.Page;
import dev.holdfast.settlement.ShowSettlements.Found;
import dev.holdfast.settlement.ShowSettlements.Shown;
import dev.holdfast.settlement.ShowSettlements.Unreadable;
import java.util.List;
import java.util.stream.Stream;

/** A page of the list: those that can be read, those that cannot, and where the next one begins. */
final class SettlementsPage {
  private SettlementsPage() {}

  static Page<SettlementAnswer> of(List<Found> found, int size) {
    return Page.of(found, size, one -> one.reference().text())
        .split(SettlementsPage::readable, SettlementsPage::unreadable);
  }

  private static Stream<SettlementAnswer> readable(Found found) {
    return switch (found) {
      case Shown shown -> Stream.of(SettlementAnswer.of(shown));
      case Unreadable _ -> Stream.empty();
    };
  }

  private static Stream<Page.Unreadable> unreadable(Found found) {
    return switch (found) {
      case Shown _ -> Stream.empty();
      case Unreadable(var reference, _, _, var why) ->
          Stream.of(new Page.Unreadable(reference.text(), String.valueOf(why.getMessage())));
    };
  }
}
