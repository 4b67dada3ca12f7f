package dev.holdfast.settlement.core.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.holdfast.settlement.core.journal.BookingCalendar.Closing;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BookingCalendarTest {
  private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");

  @ParameterizedTest
  @CsvSource({
    // zone, cut-off, moment, day
    "UTC, 00:00, 2026-03-10T00:00:00Z, 2026-03-10",
    "UTC, 00:00, 2026-03-09T23:59:59Z, 2026-03-09",
    "Europe/Amsterdam, 00:00, 2026-03-09T23:00:00Z, 2026-03-10",
    "Europe/Amsterdam, 00:00, 2026-03-09T22:59:59Z, 2026-03-09",
    "America/New_York, 00:00, 2026-03-10T03:59:59Z, 2026-03-09",
    // A night belongs to its evening.
    "UTC, 04:00, 2026-03-10T03:59:59Z, 2026-03-09",
    "UTC, 04:00, 2026-03-10T04:00:00Z, 2026-03-10",
    "UTC, 11:59, 2026-03-10T11:58:59Z, 2026-03-09",
    // An evening belongs to the next day.
    "UTC, 12:00, 2026-03-10T11:59:59Z, 2026-03-10",
    "UTC, 12:00, 2026-03-10T12:00:00Z, 2026-03-11",
    "UTC, 18:00, 2026-03-10T17:59:59Z, 2026-03-10",
    "UTC, 18:00, 2026-03-10T18:00:00Z, 2026-03-11",
    // The clocks go forward on this night.
    "Europe/Amsterdam, 00:00, 2026-03-29T21:59:59Z, 2026-03-29",
    "Europe/Amsterdam, 00:00, 2026-03-29T22:00:00Z, 2026-03-30",
    // The cut-off is jumped over: the day begins at the jump.
    "Europe/Amsterdam, 02:30, 2026-03-29T00:59:59Z, 2026-03-28",
    "Europe/Amsterdam, 02:30, 2026-03-29T01:00:00Z, 2026-03-29",
    // The cut-off comes twice: the day begins at the first.
    "Europe/Amsterdam, 02:30, 2026-10-25T00:29:59Z, 2026-10-24",
    "Europe/Amsterdam, 02:30, 2026-10-25T00:30:00Z, 2026-10-25",
    "Europe/Amsterdam, 02:30, 2026-10-25T01:10:00Z, 2026-10-25",
    "America/Havana, 00:30, 2026-11-01T04:30:00Z, 2026-11-01",
    "America/Havana, 00:30, 2026-11-01T05:10:00Z, 2026-11-01",
    // A whole day is left out.
    "Pacific/Apia, 00:00, 2011-12-30T09:59:59Z, 2011-12-29",
    "Pacific/Apia, 00:00, 2011-12-30T10:00:00Z, 2011-12-31",
  })
  void endsTheDayAtTheCutOffOfTheTimeZone(
      ZoneId zone, LocalTime cutOff, Instant moment, LocalDate day) {
    assertThat(new BookingCalendar(zone, cutOff, null).dayOf(moment)).isEqualTo(day);
    assertThat(new BookingCalendar(zone, cutOff, null).bookingDay(moment)).isEqualTo(day);
  }

  /** However a clock is changed, anywhere: no moment falls on an earlier day than one before it. */
  @Test
  void neverGoesBackToAnEarlierDay() {
    var every = new HashMap<ZoneRules, ZoneId>();
    ZoneId.getAvailableZoneIds().forEach(id -> every.put(ZoneId.of(id).getRules(), ZoneId.of(id)));
    every.forEach((rules, zone) -> {
      var change = rules.nextTransition(Instant.parse("2005-01-01T00:00:00Z"));
      while (change != null
          && change.getInstant().isBefore(Instant.parse("2030-01-01T00:00:00Z"))) {
        mustGoOn(zone, change);
        change = rules.nextTransition(change.getInstant());
      }
    });
  }

  private static void mustGoOn(ZoneId zone, ZoneOffsetTransition change) {
    LocalTime before = change.getDateTimeBefore().toLocalTime();
    LocalTime after = change.getDateTimeAfter().toLocalTime();
    for (LocalTime cutOff :
        new HashSet<>(
            List.of(LocalTime.MIDNIGHT, LocalTime.NOON, before, after, after.plusMinutes(30)))) {
      var calendar = new BookingCalendar(zone, cutOff, null);
      LocalDate last = LocalDate.MIN;
      for (int minutes = -1_500; minutes <= 1_500; minutes += Math.abs(minutes) < 180 ? 15 : 60) {
        Instant moment = change.getInstant().plusSeconds(minutes * 60L);
        LocalDate day = calendar.dayOf(moment);
        if (day.isBefore(last)) {
          fail("%s with the cut-off %s goes back to %s at %s", zone, cutOff, day, moment);
        }
        last = day;
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    // closed through, booked on
    "2026-03-09, 2026-03-10",
    "2026-03-10, 2026-03-11",
    "2026-03-12, 2026-03-13",
  })
  void booksOnTheNextOpenDayWhatFallsOnAClosedOne(LocalDate closedThrough, LocalDate bookedOn) {
    assertThat(closedThrough(closedThrough).bookingDay(NOON)).isEqualTo(bookedOn);
    assertThat(closedThrough(closedThrough).dayOf(NOON)).isEqualTo("2026-03-10");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-07, ALREADY_CLOSED",
    "2026-03-08, ALREADY_CLOSED",
    "2026-03-09, CLOSES",
    "2026-03-10, CLOSES",
    "2026-03-11, NOT_BEGUN",
  })
  void closesADayThatHasBegunAndOnlyOnce(LocalDate day, Closing closing) {
    assertThat(closedThrough(LocalDate.parse("2026-03-08")).close(day, NOON)).isEqualTo(closing);
  }

  @Test
  void closesTheFirstDayOfACpo() {
    var open = new BookingCalendar(ZoneId.of("UTC"), LocalTime.MIDNIGHT, null);
    assertThat(open.close(LocalDate.parse("2026-03-10"), NOON)).isEqualTo(Closing.CLOSES);
    assertThat(open.close(LocalDate.parse("2026-03-11"), NOON)).isEqualTo(Closing.NOT_BEGUN);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-08, false",
    "2026-03-09, true",
    "2026-03-10, true",
    "2026-03-11, false",
  })
  void isOpenOnDaysThatAreNotClosedAndHaveBegun(LocalDate day, boolean isOpen) {
    var calendar = closedThrough(LocalDate.parse("2026-03-08"));
    assertThat(calendar.isOpen(day, NOON)).isEqualTo(isOpen);
  }

  @Test
  void isOpenForAYearWhereNothingWasEverClosed() {
    var open = new BookingCalendar(ZoneId.of("UTC"), LocalTime.MIDNIGHT, null);
    assertThat(open.isOpen(LocalDate.parse("2025-03-11"), NOON)).isTrue();
    assertThat(open.isOpen(LocalDate.parse("2025-03-10"), NOON)).isFalse();
  }

  private static BookingCalendar closedThrough(LocalDate day) {
    return new BookingCalendar(ZoneId.of("UTC"), LocalTime.MIDNIGHT, day);
  }
}
