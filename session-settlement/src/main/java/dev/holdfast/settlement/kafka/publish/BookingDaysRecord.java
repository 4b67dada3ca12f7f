package dev.holdfast.settlement.kafka.publish;

import dev.holdfast.contracts.Topic;
import dev.holdfast.delivery.Event;
import dev.holdfast.events.BookingDaysChanged;
import dev.holdfast.events.ClosedDays;
import dev.holdfast.settlement.core.journal.BookingCalendar;
import dev.holdfast.settlement.core.journal.ClosedDay;
import dev.holdfast.settlement.core.payment.Resolution.Word;

/** What persons did to the days of a CPO, as booking-days.v1 carries it. */
public final class BookingDaysRecord {
  private BookingDaysRecord() {}

  /** Days were closed. */
  public static Event closed(String cpoId, ClosedDay closed) {
    var days = new ClosedDays(closed.day(), closed.entries(), closed.hash());
    return event(of(cpoId, closed.word()).setClosed(days).build());
  }

  /** It was said when days end. */
  public static Event set(String cpoId, BookingCalendar calendar, Word word) {
    return event(
        of(cpoId, word)
            .setCalendar(
                new dev.holdfast.events.BookingCalendar(
                    calendar.timeZone().getId(), calendar.cutOff().toString()))
            .build());
  }

  private static BookingDaysChanged.Builder of(String cpoId, Word word) {
    return BookingDaysChanged.newBuilder()
        .setCpoId(cpoId)
        .setOccurredAt(word.at())
        .setBy(word.by())
        .setReason(word.reason());
  }

  private static Event event(BookingDaysChanged changed) {
    String id = changed.getCpoId() + "/" + changed.getOccurredAt();
    return new Event(Topic.BOOKING_DAYS, changed.getCpoId(), id, changed.getOccurredAt(), changed);
  }
}
