package dev.holdfast.settlement.rest;

import dev.holdfast.settlement.KeepDays;
import dev.holdfast.settlement.core.journal.ClosedDay;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The days of a CPO.
 *
 * @param version grows with every act of closing, and every change of the calendar
 * @param cutOff when the next day begins: from noon on, the evening belongs to the next day
 * @param openDay on which is booked now
 * @param closed the acts of closing, the newest first
 */
@Schema(
    examples =
        """
        {"cpoId": "NL-HLD", "version": 3, "timeZone": "Europe/Amsterdam", "cutOff": "04:00:00",
         "openDay": "2026-06-02",
         "closed": [
           {"day": "2026-06-01", "closedAt": "2026-06-02T06:30:00Z", "by": "Ines",
            "reason": "the day is done", "entries": 412,
            "hash": "5feceb66ffc86f38d952786c6d696c79c2dbc239dd4e91b46729d73a27fb57e9"}]}
        """)
record DaysAnswer(
    String cpoId,
    long version,
    String timeZone,
    LocalTime cutOff,
    LocalDate openDay,
    List<ClosingAnswer> closed) {

  /**
   * An act of closing.
   *
   * @param day this one and the open ones before it were closed
   * @param entries how many had been booked on them
   * @param hash over all that these entries say, and over the hash of the act before
   */
  record ClosingAnswer(
      LocalDate day,
      Instant closedAt,
      String by,
      String reason,
      long entries,
      @Nullable String hash) {
    static ClosingAnswer of(ClosedDay closed) {
      return new ClosingAnswer(
          closed.day(),
          closed.word().at(),
          closed.word().by(),
          closed.word().reason(),
          closed.entries(),
          closed.hash());
    }
  }

  static DaysAnswer of(String cpoId, KeepDays.Days days, Instant now) {
    return new DaysAnswer(
        cpoId,
        days.version(),
        days.calendar().timeZone().getId(),
        days.calendar().cutOff(),
        days.calendar().bookingDay(now),
        days.closed().stream().map(ClosingAnswer::of).toList());
  }
}
