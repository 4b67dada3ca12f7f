package dev.holdfast.settlement.postgres;

import dev.holdfast.delivery.Transaction;
import io.smallrye.mutiny.Uni;
import java.time.LocalDate;

/** What each account moved on closed days, and what it then held. Rows are only added. */
final class BalanceTable {
  /**
   * A row for each account that moved on a day, and on the last of the days one for each that ever
   * moved: so nobody need look further back. Both ends of a range are columns: so the planner takes
   * it for a narrow one.
   */
  private static final String KEEP =
      """
      with before as (
        select coalesce(max(day), date '-infinity') as day, cast(?2 as date) as until
        from closed_day where cpo_id = ?1),
      moved as (
        select booking_day as day, currency, account,
          coalesce(sum(minor_units) filter (where side = 'DEBIT'), 0) as debit,
          coalesce(sum(minor_units) filter (where side = 'CREDIT'), 0) as credit
        from journal_line
        where cpo_id = ?1 and booking_day > (select day from before)
          and booking_day <= (select until from before)
        group by 1, 2, 3),
      known as (
        select currency, account, balance from day_balance
        where cpo_id = ?1 and day = (select day from before)),
      every_row as (
        select (select until from before) as day, currency, account
        from (select currency, account from known union select currency, account from moved) a
        union
        select day, currency, account from moved)
      insert into day_balance (cpo_id, day, currency, account, debit, credit, balance)
      select cast(?1 as text), day, currency, account, coalesce(debit, 0), coalesce(credit, 0),
        coalesce(known.balance, 0) + sum(coalesce(debit, 0) - coalesce(credit, 0))
          over (partition by currency, account order by day)
      from every_row
      left join moved using (day, currency, account)
      left join known using (currency, account)
      """;

  private BalanceTable() {}

  /** Keeps those of the open days up to this one, which the caller is about to close. */
  static Uni<Integer> keep(Transaction transaction, String cpoId, LocalDate day) {
    return transaction
        .session()
        .createNativeQuery(KEEP)
        .setParameter(1, cpoId)
        .setParameter(2, day)
        .executeUpdate();
  }
}
