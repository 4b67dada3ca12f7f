package dev.holdfast.settlement.postgres;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import dev.holdfast.delivery.Transaction;
import dev.holdfast.delivery.WrittenByNewer;
import dev.holdfast.settlement.core.journal.BookingCalendar;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The days of the CPOs. Who books holds a lock of each CPO that its bookings share, and who closes
 * a day holds it alone, to the end of the transaction: so a day is closed when nobody is booking
 * for that CPO, and whoever books next sees that it is closed. The lock's queue is fair: a stream
 * of bookings cannot keep a closing waiting.
 */
@ApplicationScoped
public class CalendarTable {
  /** Another statement than the lock: one sees what was committed when it began. */
  private static final String CALENDARS =
      """
      select asked.cpo_id, time_zone, cast(cut_off as text),
        cast((select max(day) from closed_day c where c.cpo_id = asked.cpo_id) as text)
      from unnest(cast(?1 as text[])) as asked(cpo_id)
      left join lateral (
        select time_zone, cut_off from booking_calendar b
        where b.cpo_id = asked.cpo_id order by number desc limit 1) as last on true
      """;

  private final Settings settings;

  CalendarTable(Settings settings) {
    this.settings = settings;
  }

  /** What holds for a CPO that has no calendar of its own. */
  @ConfigMapping(prefix = "holdfast.booking")
  public interface Settings {
    /** A name of the IANA time zone database. */
    @WithDefault("UTC")
    ZoneId timeZone();
  }

  /** The day on which each CPO books at this moment; none is closed before the commit. */
  public Uni<Map<String, LocalDate>> open(
      Transaction transaction, Collection<String> cpoIds, Instant now) {
    return lock(transaction, "pg_advisory_xact_lock_shared", cpoIds)
        .chain(() -> calendars(transaction, cpoIds))
        .map(calendars ->
            calendars.entrySet().stream()
                .collect(toMap(Map.Entry::getKey, one -> one.getValue().bookingDay(now))));
  }

  /** The calendar of a CPO for which is booked; no day of it is closed before the commit. */
  public Uni<BookingCalendar> shared(Transaction transaction, String cpoId) {
    return lock(transaction, "pg_advisory_xact_lock_shared", List.of(cpoId))
        .chain(() -> calendar(transaction, cpoId));
  }

  /**
   * Waits until nobody books for the CPO, and lets nobody before the commit. An import of a report
   * books for long: it is waited for first, while all others go on.
   */
  public Uni<BookingCalendar> alone(Transaction transaction, String cpoId) {
    return ReportTable.await(transaction)
        .chain(() -> lock(transaction, "pg_advisory_xact_lock", List.of(cpoId)))
        .chain(() -> calendar(transaction, cpoId));
  }

  /** The CPO's; one that has none gets the setting's. */
  public Uni<BookingCalendar> calendar(Transaction transaction, String cpoId) {
    return calendars(transaction, List.of(cpoId))
        .map(calendars -> requireNonNull(calendars.get(cpoId)));
  }

  /** Its first number is any that nobody else locks with; and all lock in one order. */
  private static Uni<Void> lock(
      Transaction transaction, String function, Collection<String> cpoIds) {
    return transaction
        .session()
        .createNativeQuery(
            """
            select count(%s(20261130, key))
            from (select distinct hashtext(cpo_id) as key
                  from unnest(cast(?1 as text[])) as cpo_id order by key) keys
            """
                .formatted(function),
            Long.class)
        .setParameter(1, cpoIds.toArray(String[]::new))
        .getSingleResult()
        .replaceWithVoid();
  }

  private Uni<Map<String, BookingCalendar>> calendars(
      Transaction transaction, Collection<String> cpoIds) {
    return transaction
        .session()
        .createNativeQuery(CALENDARS, Object[].class)
        .setParameter(1, cpoIds.toArray(String[]::new))
        .getResultList()
        .map(rows -> rows.stream().collect(toMap(row -> (String) row[0], this::calendar)));
  }

  private static ZoneId zone(String cpoId, String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException unknown) {
      throw new WrittenByNewer("the calendar of " + cpoId, "the time zone " + name, unknown);
    }
  }

  private BookingCalendar calendar(Object[] row) {
    return new BookingCalendar(
        row[1] == null ? settings.timeZone() : zone((String) row[0], (String) row[1]),
        row[2] == null ? LocalTime.MIDNIGHT : LocalTime.parse((String) row[2]),
        row[3] == null ? null : LocalDate.parse((String) row[3]));
  }
}
