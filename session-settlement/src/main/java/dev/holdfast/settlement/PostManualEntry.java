package dev.holdfast.settlement;

import dev.holdfast.delivery.Transaction;
import dev.holdfast.settlement.core.journal.BookedEntry;
import dev.holdfast.settlement.core.journal.BookingCalendar;
import dev.holdfast.settlement.core.journal.ManualEntry;
import dev.holdfast.settlement.kafka.publish.JournalRecord;
import dev.holdfast.settlement.postgres.CalendarTable;
import dev.holdfast.settlement.postgres.JournalTable;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** Posts an entry that a person called for, on a day that is open. */
@ApplicationScoped
class PostManualEntry {
  private final CalendarTable calendars;

  PostManualEntry(CalendarTable calendars) {
    this.calendars = calendars;
  }

  /** The calendar of its CPO, of which no day is closed before the commit. */
  Uni<BookingCalendar> calendar(Transaction transaction, ManualEntry manual) {
    return calendars.shared(transaction, manual.entry().cpoId());
  }

  static boolean isDayOpen(ManualEntry manual, BookingCalendar calendar, Instant now) {
    LocalDate day = manual.bookingDay();
    return day == null || calendar.isOpen(day, now);
  }

  /** On which it counts if it is booked now. */
  static LocalDate day(ManualEntry manual, BookingCalendar calendar, Instant now) {
    return Objects.requireNonNullElseGet(manual.bookingDay(), () -> calendar.bookingDay(now));
  }

  /** Books what stands as booked in its own table, and says so. */
  static Uni<Void> post(Transaction transaction, ManualEntry manual, Instant now) {
    var booked = new BookedEntry(manual.entry(), now, Objects.requireNonNull(manual.bookingDay()));
    return JournalTable.insert(transaction, List.of(booked))
        .chain(() -> transaction.publish(List.of(JournalRecord.posted(booked, manual))));
  }
}
