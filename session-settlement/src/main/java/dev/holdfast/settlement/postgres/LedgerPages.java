package dev.holdfast.settlement.postgres;

import static java.util.stream.Collectors.joining;

import dev.holdfast.settlement.core.journal.DayBalance;
import dev.holdfast.settlement.core.journal.LedgerScope;
import dev.holdfast.settlement.core.journal.OpenShortfall;
import dev.holdfast.settlement.core.journal.OpenShortfall.Age;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** What the lines of the journal sum up to: nothing is kept but the lines. */
@ApplicationScoped
public class LedgerPages {
  private static final String TRIAL_BALANCE =
      """
      select day, cpo_id, currency, account, cast(debit as text), cast(credit as text),
             cast(balance as text), coalesce(day <= closed_through, false)
      from (
        select e.booking_day as day, e.cpo_id, l.currency, l.account,
          coalesce(sum(l.minor_units) filter (where l.side = 'DEBIT'), 0) as debit,
          coalesce(sum(l.minor_units) filter (where l.side = 'CREDIT'), 0) as credit,
          sum(sum(case l.side when 'DEBIT' then l.minor_units else -l.minor_units end))
            over (partition by e.cpo_id, l.currency, l.account order by e.booking_day) as balance
        from journal_entry e join journal_line l on l.entry_id = e.entry_id
        where e.booking_day <= ?2
          and (cast(?3 as text) = '' or e.cpo_id = ?3)
          and (cast(?4 as text) = '' or l.currency = ?4)
        group by 1, 2, 3, 4) days
      left join (select cpo_id, max(day) as closed_through from closed_day group by 1) closed
        using (cpo_id)
      where day >= ?1
        and (day < ?6 or day = ?6 and (cpo_id, currency, account) > (?7, ?8, ?9))
      order by day desc, cpo_id, currency, account
      limit ?5
      """;

  /** Days at most, by {@code since}: 7, 30 and so on. */
  private static final String AGE =
      Stream.of(Age.values())
          .filter(age -> age != Age.OLDER)
          .map(age ->
              "when since >= cast(?1 as timestamptz) - interval '%1$d days' then %1$d"
                  .formatted(age.days()))
          .collect(joining(" ", "case ", " else %d end".formatted(Age.OLDER.days())));

  private static final String OPEN_SHORTFALL =
      """
      select * from (
      select cpo_id, currency, %s as age, count(*), cast(sum(open) as bigint), min(since) as oldest
      from (
        select e.cpo_id, e.reference, l.currency, min(e.booked_at) as since,
          sum(case l.side when 'DEBIT' then l.minor_units else -l.minor_units end) as open
        from journal_line l join journal_entry e on e.entry_id = l.entry_id
        where l.account = 'OVERAGE_RECEIVABLE'
          and (cast(?2 as text) = '' or e.cpo_id = ?2)
          and (cast(?3 as text) = '' or l.currency = ?3)
        group by 1, 2, 3) payments
      where open > 0
      group by 1, 2, 3) ages
      where (cpo_id, currency, age) > (?4, ?5, cast(?6 as integer))
      order by cpo_id, currency, age
      limit ?7
      """
          .formatted(AGE);

  private final Mutiny.SessionFactory sessionFactory;

  LedgerPages(Mutiny.SessionFactory sessionFactory) {
    this.sessionFactory = sessionFactory;
  }

  /** At most so many that come after that place, on days from one to another, both included. */
  public Uni<List<DayBalance>> trialBalance(
      LocalDate from, LocalDate to, LedgerScope scope, DayBalance.Place after, int most) {
    return sessionFactory.withStatelessSession(session ->
        session
            .createNativeQuery(TRIAL_BALANCE, Object[].class)
            .setParameter(1, from)
            .setParameter(2, to)
            .setParameter(3, any(scope.cpoId()))
            .setParameter(4, any(scope.currency()))
            .setParameter(5, most)
            .setParameter(6, after.day())
            .setParameter(7, after.cpoId())
            .setParameter(8, after.currency())
            .setParameter(9, after.account())
            .getResultList()
            .map(rows -> rows.stream().map(LedgerPages::dayBalance).toList()));
  }

  /** At most so many that come after that place. */
  public Uni<List<OpenShortfall>> openShortfall(
      LedgerScope scope, Instant now, OpenShortfall.Place after, int most) {
    return sessionFactory.withStatelessSession(session ->
        session
            .createNativeQuery(OPEN_SHORTFALL, Object[].class)
            .setParameter(1, now)
            .setParameter(2, any(scope.cpoId()))
            .setParameter(3, any(scope.currency()))
            .setParameter(4, after.cpoId())
            .setParameter(5, after.currency())
            .setParameter(6, after.age())
            .setParameter(7, most)
            .getResultList()
            .map(rows -> rows.stream().map(LedgerPages::shortfall).toList()));
  }

  private static String any(@Nullable String asked) {
    return asked == null ? "" : asked;
  }

  private static DayBalance dayBalance(Object[] row) {
    return new DayBalance(
        (LocalDate) row[0],
        (String) row[1],
        (String) row[2],
        (String) row[3],
        new BigInteger((String) row[4]),
        new BigInteger((String) row[5]),
        new BigInteger((String) row[6]),
        (Boolean) row[7]);
  }

  private static OpenShortfall shortfall(Object[] row) {
    return new OpenShortfall(
        (String) row[0],
        (String) row[1],
        Age.upTo((Integer) row[2]),
        (Long) row[3],
        (Long) row[4],
        ((OffsetDateTime) row[5]).toInstant());
  }
}
