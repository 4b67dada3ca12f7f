package dev.holdfast.settlement.core.journal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import org.jspecify.annotations.Nullable;

/**
 * When the days of a CPO end, and which of them are closed.
 *
 * @param cutOff when the next day begins; one before noon ends the day before, so that 04:00 keeps
 *     the night with its evening, and one from noon on ends the day itself
 * @param closedThrough the last day that is closed; null while none is
 */
public record BookingCalendar(
    ZoneId timeZone, LocalTime cutOff, @Nullable LocalDate closedThrough) {

  /**
   * The day that the moment falls on, closed or not. No later moment falls on an earlier day: where
   * a clock shows the cut-off twice, the day has begun at the first.
   */
  public LocalDate dayOf(Instant moment) {
    var local = LocalDateTime.ofInstant(moment, timeZone);
    LocalDate day = local.toLocalDate().plusDays(endsTheDayItself() ? 1 : 0);
    if (local.toLocalTime().isBefore(cutOff)) {
      day = day.minusDays(1);
    }
    while (!beginning(day.plusDays(1)).isAfter(moment)) {
      day = day.plusDays(1);
    }
    return day;
  }

  private boolean endsTheDayItself() {
    return !cutOff.isBefore(LocalTime.NOON);
  }

  /** The first moment at which the clock shows the cut-off, or has jumped over it. */
  private Instant beginning(LocalDate day) {
    LocalDateTime local = day.minusDays(endsTheDayItself() ? 1 : 0).atTime(cutOff);
    ZoneOffsetTransition change = timeZone.getRules().getTransition(local);
    return change != null && change.isGap()
        ? change.getInstant()
        : local.atZone(timeZone).toInstant();
  }

  /** The day on which something is booked at that moment: its own, or else the next open one. */
  public LocalDate bookingDay(Instant moment) {
    LocalDate day = dayOf(moment);
    return closedThrough != null && !closedThrough.isBefore(day) ? closedThrough.plusDays(1) : day;
  }

  /**
   * Can something still be booked on the day? Further back than a year a slip of the hand is
   * likelier.
   */
  public boolean isOpen(LocalDate day, Instant now) {
    LocalDate today = bookingDay(now);
    return !day.isAfter(today)
        && (closedThrough == null || day.isAfter(closedThrough))
        && day.isAfter(today.minusYears(1));
  }

  /** What becomes of a wish to close the day, and all days before it that are still open. */
  public Closing close(LocalDate day, Instant now) {
    if (closedThrough != null && !day.isAfter(closedThrough)) {
      return Closing.ALREADY_CLOSED;
    }
    // Closing a day that has not begun would move what is booked today into the future.
    return day.isAfter(dayOf(now)) ? Closing.NOT_BEGUN : Closing.CLOSES;
  }

  /** What becomes of a wish to close a day. */
  public enum Closing {
    CLOSES,
    ALREADY_CLOSED,
    NOT_BEGUN
  }
}
