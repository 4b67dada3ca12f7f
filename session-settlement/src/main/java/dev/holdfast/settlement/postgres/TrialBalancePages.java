package dev.holdfast.settlement.postgres;

import dev.holdfast.settlement.core.journal.AccountBalance;
import dev.holdfast.settlement.core.journal.LedgerScope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** What each account held, moved and holds, over some days. */
@ApplicationScoped
public class TrialBalancePages {
  /**
   * What closed days came to is kept: of them one row is read for each account and for each day of
   * the span, and of the entries only those of open days. Each range is read by itself ({@code
   * offset 0}), and both its ends are columns: so the planner takes it for a narrow one, which it
   * nearly always is, and reads it by its index.
   */
  private static final String PAGE =
      """
      with recursive cpo(id) as (
        select coalesce(nullif(cast(?3 as text), ''), (select min(cpo_id) from journal_entry))
        union all
        select (select min(cpo_id) from journal_entry where cpo_id > cpo.id)
        from cpo where cpo.id is not null and cast(?3 as text) = ''),
      span as (
        select id as cpo_id,
          coalesce((select max(day) from closed_day c where c.cpo_id = id), date '-infinity')
            as through,
          coalesce((select max(day) from closed_day c where c.cpo_id = id and c.day < ?1),
            date '-infinity') as opened,
          cast(?2 as date) as until
        from cpo where id is not null),
      moved as (
        select cpo_id, currency, account, balance as before, 0 as debit, 0 as credit
        from span cross join lateral (
          select currency, account, balance from day_balance b
          where b.cpo_id = span.cpo_id and day = opened offset 0) kept
        union all
        select cpo_id, currency, account, case when day < ?1 then debit - credit else 0 end,
          case when day < ?1 then 0 else debit end, case when day < ?1 then 0 else credit end
        from span cross join lateral (
          select currency, account, day, debit, credit from day_balance b
          where b.cpo_id = span.cpo_id and day > opened and day <= until offset 0) kept
        union all
        select cpo_id, currency, account,
          case when booking_day >= ?1 then 0 when side = 'DEBIT' then minor_units
               else -minor_units end,
          case when booking_day >= ?1 and side = 'DEBIT' then minor_units else 0 end,
          case when booking_day >= ?1 and side = 'CREDIT' then minor_units else 0 end
        from span cross join lateral (
          select currency, account, booking_day, side, minor_units from journal_line l
          where l.cpo_id = span.cpo_id and booking_day > through and booking_day <= until
          offset 0) open)
      select cpo_id, currency, account, cast(before as text), cast(debit as text),
        cast(credit as text), until <= through
      from (
        select cpo_id, currency, account, sum(before) as before, sum(debit) as debit,
          sum(credit) as credit
        from moved where cast(?4 as text) = '' or currency = ?4
        group by 1, 2, 3) accounts
      join span using (cpo_id)
      where (before <> 0 or debit <> 0 or credit <> 0)
        and (cpo_id, currency, account) > (?6, ?7, ?8)
      order by cpo_id, currency, account
      limit ?5
      """;

  private final Mutiny.SessionFactory sessionFactory;

  TrialBalancePages(Mutiny.SessionFactory sessionFactory) {
    this.sessionFactory = sessionFactory;
  }

  /** At most so many that come after that place, over days from one to another, both included. */
  public Uni<List<AccountBalance>> list(
      LocalDate from, LocalDate to, LedgerScope scope, AccountBalance.Place after, int most) {
    return sessionFactory.withStatelessSession(session ->
        session
            .createNativeQuery(PAGE, Object[].class)
            .setParameter(1, from)
            .setParameter(2, to)
            .setParameter(3, any(scope.cpoId()))
            .setParameter(4, any(scope.currency()))
            .setParameter(5, most)
            .setParameter(6, after.cpoId())
            .setParameter(7, after.currency())
            .setParameter(8, after.account())
            .getResultList()
            .map(rows -> rows.stream().map(TrialBalancePages::balance).toList()));
  }

  private static String any(@Nullable String asked) {
    return asked == null ? "" : asked;
  }

  private static AccountBalance balance(Object[] row) {
    return new AccountBalance(
        (String) row[0],
        (String) row[1],
        (String) row[2],
        new BigInteger((String) row[3]),
        new BigInteger((String) row[4]),
        new BigInteger((String) row[5]),
        (Boolean) row[6]);
  }
}
