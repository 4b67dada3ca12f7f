package dev.holdfast.settlement;

import dev.holdfast.delivery.Transaction;
import dev.holdfast.delivery.Transactions;
import dev.holdfast.settlement.core.journal.BookingCalendar;
import dev.holdfast.settlement.core.journal.BookingCalendar.Closing;
import dev.holdfast.settlement.core.journal.ClosedDay;
import dev.holdfast.settlement.core.payment.Resolution.Word;
import dev.holdfast.settlement.kafka.publish.BookingDaysRecord;
import dev.holdfast.settlement.postgres.CalendarTable;
import dev.holdfast.settlement.postgres.DayTable;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lets finance close its days, and say when they end. Both wait until nobody is booking. */
@ApplicationScoped
public class KeepDays {
  private final Transactions transactions;
  private final CalendarTable bookingDays;
  private final DayTable dayTable;

  KeepDays(Transactions transactions, CalendarTable bookingDays, DayTable dayTable) {
    this.transactions = transactions;
    this.bookingDays = bookingDays;
    this.dayTable = dayTable;
  }

  /**
   * The days of a CPO; the acts of closing with the newest first.
   *
   * @param version how many acts there were: each closes days, or says when they end
   */
  public record Days(long version, BookingCalendar calendar, List<ClosedDay> closed) {}

  /** What came of a wish to set when days end. */
  public sealed interface Setting {
    /** They end so from now on. */
    record Done(Days days) implements Setting {}

    /** It was decided on another version than the newest, or on none. */
    record Stale(Days newest) implements Setting {}
  }

  /** What came of a wish to close a day. */
  public sealed interface Answer {
    /** It is closed, and the days before it. */
    record Done(Days days) implements Answer {}

    /** Nothing was ever booked for such a CPO. */
    record Unknown() implements Answer {}

    /** The day cannot be closed. */
    record Impossible(Closing why, BookingCalendar calendar) implements Answer {}
  }

  /** How the days of a CPO stand; one that is not known has the setting's calendar. */
  public Uni<Days> of(String cpoId) {
    return transactions.run(transaction -> days(transaction, cpoId));
  }

  /**
   * Sets when the days end from now on. What is booked keeps its day; closed days stay closed.
   *
   * @param version of the days that it is decided on; null where nobody said
   */
  public Uni<Setting> set(
      String cpoId, @Nullable Long version, ZoneId timeZone, LocalTime cutOff, Word word) {
    var wanted = new BookingCalendar(timeZone, cutOff, null);
    return transactions.run(transaction ->
        bookingDays
            .alone(transaction, cpoId)
            .chain(() -> days(transaction, cpoId))
            .chain(days ->
                version != null && version == days.version()
                    ? set(transaction, cpoId, wanted, word)
                    : Uni.createFrom().item(new Setting.Stale(days))));
  }

  private Uni<Setting> set(
      Transaction transaction, String cpoId, BookingCalendar wanted, Word word) {
    return dayTable
        .set(transaction, cpoId, wanted, word)
        .chain(() -> transaction.publish(List.of(BookingDaysRecord.set(cpoId, wanted, word))))
        .chain(() -> days(transaction, cpoId))
        .map(Setting.Done::new);
  }

  /** Closes the day, and those before it that are open: what is booked later gets a later day. */
  public Uni<Answer> close(String cpoId, LocalDate day, Word word) {
    return transactions.run(transaction ->
        bookingDays
            .alone(transaction, cpoId)
            .chain(calendar -> close(transaction, cpoId, calendar, day, word)));
  }

  private Uni<Answer> close(
      Transaction transaction, String cpoId, BookingCalendar calendar, LocalDate day, Word word) {
    Closing closing = calendar.close(day, word.at());
    if (closing != Closing.CLOSES) {
      return Uni.createFrom().item(new Answer.Impossible(closing, calendar));
    }
    return dayTable
        .isBookedFor(transaction, cpoId)
        .chain(isBooked ->
            isBooked
                ? dayTable
                    .close(transaction, cpoId, day, word)
                    .chain(
                        done -> transaction.publish(List.of(BookingDaysRecord.closed(cpoId, done))))
                    .chain(() -> days(transaction, cpoId))
                    .map(Answer.Done::new)
                : Uni.createFrom().item(new Answer.Unknown()));
  }

  private Uni<Days> days(Transaction transaction, String cpoId) {
    return bookingDays
        .calendar(transaction, cpoId)
        .chain(calendar ->
            dayTable
                .closed(transaction, cpoId)
                .chain(closed ->
                    dayTable
                        .countActs(transaction, cpoId)
                        .map(version -> new Days(version, calendar, closed))));
  }
}
