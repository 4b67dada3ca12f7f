package dev.holdfast.settlement.kafka.consume;

import dev.holdfast.contracts.Topic;
import dev.holdfast.delivery.OwnTopic;
import dev.holdfast.delivery.Transaction;
import dev.holdfast.events.BookingDaysChanged;
import dev.holdfast.settlement.TakeOverDays;
import dev.holdfast.settlement.TakeOverDays.PublishedAct;
import dev.holdfast.settlement.core.journal.BookingCalendar;
import dev.holdfast.settlement.core.journal.ClosedDay;
import dev.holdfast.settlement.core.journal.DayAct;
import dev.holdfast.settlement.core.payment.Resolution.Word;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Takes over from booking-days.v1 which days are closed, and when they end. */
@ApplicationScoped
class OwnBookingDays implements OwnTopic<BookingDaysChanged> {
  private final TakeOverDays takeOverDays;

  OwnBookingDays(TakeOverDays takeOverDays) {
    this.takeOverDays = takeOverDays;
  }

  @Override
  public Topic topic() {
    return Topic.BOOKING_DAYS;
  }

  @Override
  public Uni<List<BookingDaysChanged>> unknown(
      Transaction transaction, List<BookingDaysChanged> records) {
    List<String> cpoIds = records.stream().map(BookingDaysChanged::getCpoId).distinct().toList();
    return takeOverDays
        .acts(transaction, cpoIds)
        .map(known ->
            records.stream()
                .filter(said -> !known.contains(new DayAct(said.getCpoId(), said.getOccurredAt())))
                .distinct()
                .toList());
  }

  @Override
  public Uni<Void> takeOver(Transaction transaction, List<BookingDaysChanged> unknown) {
    return takeOverDays.takeOver(
        transaction,
        unknown.stream().map(OwnBookingDays::published).flatMap(Optional::stream).toList());
  }

  /** Empty for an act that only a newer version knows. */
  private static Optional<PublishedAct> published(BookingDaysChanged said) {
    var word = new Word(said.getBy(), said.getReason(), said.getOccurredAt());
    var closed = said.getClosed();
    if (closed != null) {
      var day = new ClosedDay(closed.getDay(), word, closed.getEntries(), closed.getHash());
      return Optional.of(new PublishedAct.Closed(said.getCpoId(), day));
    }
    return Optional.ofNullable(said.getCalendar())
        .map(calendar ->
            new PublishedAct.CalendarSet(
                said.getCpoId(),
                new BookingCalendar(
                    ZoneId.of(calendar.getTimeZone()), LocalTime.parse(calendar.getCutOff()), null),
                word));
  }
}
