package dev.holdfast.settlement.kafka.consume;

import dev.holdfast.contracts.Topic;
import dev.holdfast.delivery.OwnTopic;
import dev.holdfast.delivery.Transaction;
import dev.holdfast.events.BookingDaysChanged;
import dev.holdfast.settlement.core.journal.BookingCalendar;
import dev.holdfast.settlement.core.journal.ClosedDay;
import dev.holdfast.settlement.core.payment.Resolution.Word;
import dev.holdfast.settlement.postgres.DayTable;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/** Takes over from booking-days.v1 which days are closed, and when they end. */
@ApplicationScoped
class OwnBookingDays implements OwnTopic<BookingDaysChanged> {
  private final DayTable days;

  OwnBookingDays(DayTable days) {
    this.days = days;
  }

  @Override
  public Topic topic() {
    return Topic.BOOKING_DAYS;
  }

  @Override
  public Uni<List<BookingDaysChanged>> unknown(
      Transaction transaction, List<BookingDaysChanged> records) {
    List<String> cpoIds = records.stream().map(BookingDaysChanged::getCpoId).distinct().toList();
    return days.acts(transaction, cpoIds)
        .map(known ->
            records.stream()
                .filter(said ->
                    !known.contains(new DayTable.Act(said.getCpoId(), said.getOccurredAt())))
                .distinct()
                .toList());
  }

  @Override
  public Uni<Void> takeOver(Transaction transaction, List<BookingDaysChanged> unknown) {
    return Multi.createFrom()
        .iterable(unknown)
        .onItem()
        .transformToUniAndConcatenate(said -> takeOver(transaction, said))
        .collect()
        .last();
  }

  private Uni<Void> takeOver(Transaction transaction, BookingDaysChanged said) {
    var word = new Word(said.getBy(), said.getReason(), said.getOccurredAt());
    var closed = said.getClosed();
    var calendar = said.getCalendar();
    if (closed != null) {
      return days.insert(
          transaction, said.getCpoId(), new ClosedDay(closed.getDay(), word, closed.getEntries()));
    }
    return calendar == null
        ? Uni.createFrom().voidItem()
        : days.set(
            transaction,
            said.getCpoId(),
            new BookingCalendar(
                ZoneId.of(calendar.getTimeZone()), LocalTime.parse(calendar.getCutOff()), null),
            word);
  }
}
