package dev.holdfast.settlement.postgres;

import dev.holdfast.delivery.Transaction;
import dev.holdfast.settlement.core.journal.BookingCalendar;
import dev.holdfast.settlement.core.journal.ClosedDay;
import dev.holdfast.settlement.core.journal.DayAct;
import dev.holdfast.settlement.core.payment.Resolution.Word;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;

/**
 * What persons did to the days of a CPO: closed them, or set when they end. Rows are only added.
 */
@ApplicationScoped
public class DayTable {
  /** Both ends of a range are columns: so the planner takes it for a narrow one. */
  private static final String CLOSE =
      """
      with before as (
        select coalesce(max(day), date '-infinity') as day,
          (select hash from closed_day where cpo_id = ?1 order by day desc limit 1) as hash,
          cast(?2 as date) as until
        from closed_day where cpo_id = ?1)
      insert into closed_day (cpo_id, day, closed_at, closed_by, reason, entries, hash)
      select ?1, until, ?3, ?4, ?5,
        (select count(*) from journal_entry e
         where e.cpo_id = ?1 and e.booking_day > before.day and e.booking_day <= until),
        closed_hash(?1, before.day, until, before.hash)
      from before
      returning entries, hash
      """;

  private static final String INSERT =
      """
      insert into closed_day (cpo_id, day, closed_at, closed_by, reason, entries, hash)
      values (?1, ?2, ?3, ?4, ?5, ?6, ?7)
      """;

  private static final String ACTS =
      """
      select cpo_id, closed_at from closed_day where cpo_id = any(?1)
      union all
      select cpo_id, set_at from booking_calendar where cpo_id = any(?1)
      """;

  private static final String SET =
      """
      insert into booking_calendar (cpo_id, set_at, time_zone, cut_off, set_by, reason)
      values (?1, ?2, ?3, ?4, ?5, ?6)
      """;

  private static final String CLOSED =
      """
      select day, closed_at, closed_by, reason, entries, hash
      from closed_day where cpo_id = ?1 order by day desc limit 100
      """;

  /** Closes the days up to this one that are open; the caller holds the lock alone. */
  public Uni<ClosedDay> close(Transaction transaction, String cpoId, LocalDate day, Word word) {
    return BalanceTable.keep(transaction, cpoId, day)
        .chain(() ->
            transaction
                .session()
                .createNativeQuery(CLOSE, Object[].class)
                .setParameter(1, cpoId)
                .setParameter(2, day)
                .setParameter(3, word.at())
                .setParameter(4, word.by())
                .setParameter(5, word.reason())
                .getSingleResult())
        .map(row -> new ClosedDay(day, word, (Long) row[0], (String) row[1]));
  }

  /** Writes an act of closing as it was, whatever is booked now. */
  public Uni<Void> insert(Transaction transaction, String cpoId, ClosedDay closed) {
    return BalanceTable.keep(transaction, cpoId, closed.day())
        .chain(() ->
            transaction
                .session()
                .createNativeQuery(INSERT)
                .setParameter(1, cpoId)
                .setParameter(2, closed.day())
                .setParameter(3, closed.word().at())
                .setParameter(4, closed.word().by())
                .setParameter(5, closed.word().reason())
                .setParameter(6, closed.entries())
                .setParameter(7, closed.hash())
                .executeUpdate())
        .replaceWithVoid();
  }

  /** All acts on the days of these CPOs. */
  public Uni<List<DayAct>> acts(Transaction transaction, Collection<String> cpoIds) {
    return transaction
        .session()
        .createNativeQuery(ACTS, Object[].class)
        .setParameter(1, cpoIds.toArray(String[]::new))
        .getResultList()
        .map(rows ->
            rows.stream()
                .map(row -> new DayAct((String) row[0], ((OffsetDateTime) row[1]).toInstant()))
                .toList());
  }

  /** How many acts there were on the days of a CPO. */
  public Uni<Long> countActs(Transaction transaction, String cpoId) {
    return transaction
        .session()
        .createNativeQuery("select count(*) from (" + ACTS + ") act", Long.class)
        .setParameter(1, new String[] {cpoId})
        .getSingleResult();
  }

  /** Sets when the days of a CPO end from now on; the caller holds the lock alone. */
  public Uni<Void> set(Transaction transaction, String cpoId, BookingCalendar calendar, Word word) {
    return transaction
        .session()
        .createNativeQuery(SET)
        .setParameter(1, cpoId)
        .setParameter(2, word.at())
        .setParameter(3, calendar.timeZone().getId())
        .setParameter(4, calendar.cutOff())
        .setParameter(5, word.by())
        .setParameter(6, word.reason())
        .executeUpdate()
        .replaceWithVoid();
  }

  /** Whether anything was ever booked for the CPO. */
  public Uni<Boolean> isBookedFor(Transaction transaction, String cpoId) {
    return transaction
        .session()
        .createNativeQuery(
            "select exists (select 1 from journal_entry where cpo_id = ?1)", Boolean.class)
        .setParameter(1, cpoId)
        .getSingleResult();
  }

  /** The last hundred acts of closing, the newest first. */
  public Uni<List<ClosedDay>> closed(Transaction transaction, String cpoId) {
    return transaction
        .session()
        .createNativeQuery(CLOSED, Object[].class)
        .setParameter(1, cpoId)
        .getResultList()
        .map(rows -> rows.stream().map(DayTable::closed).toList());
  }

  private static ClosedDay closed(Object[] row) {
    Instant at = ((OffsetDateTime) row[1]).toInstant();
    var word = new Word((String) row[2], (String) row[3], at);
    return new ClosedDay((LocalDate) row[0], word, (Long) row[4], (String) row[5]);
  }
}
