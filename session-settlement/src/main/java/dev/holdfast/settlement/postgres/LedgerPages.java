package dev.holdfast.settlement.postgres;

import dev.holdfast.settlement.core.journal.JournalEntry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
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
      order by day desc, cpo_id, currency, account
      limit ?5
      """;

  private static final String OPEN_SHORTFALL =
      """
      select cpo_id, currency,
        case when since >= cast(?1 as timestamptz) - interval '7 days' then 'UP_TO_7_DAYS'
             when since >= cast(?1 as timestamptz) - interval '30 days' then 'UP_TO_30_DAYS'
             when since >= cast(?1 as timestamptz) - interval '90 days' then 'UP_TO_90_DAYS'
             else 'OLDER' end as age,
        count(*), cast(sum(open) as bigint), min(since) as oldest
      from (
        select e.cpo_id, e.reference, l.currency, min(e.booked_at) as since,
          sum(case l.side when 'DEBIT' then l.minor_units else -l.minor_units end) as open
        from journal_line l join journal_entry e on e.entry_id = l.entry_id
        where l.account = 'OVERAGE_RECEIVABLE'
          and (cast(?2 as text) = '' or e.cpo_id = ?2)
          and (cast(?3 as text) = '' or l.currency = ?3)
        group by 1, 2, 3) payments
      where open > 0
      group by 1, 2, 3
      order by 1, 2, oldest desc
      """;

  private final Mutiny.SessionFactory sessionFactory;

  LedgerPages(Mutiny.SessionFactory sessionFactory) {
    this.sessionFactory = sessionFactory;
  }

  /** Of one CPO, in one currency; null: of all, in all. */
  public record Scope(@Nullable String cpoId, @Nullable String currency) {}

  /**
   * An account on a day on which something was booked there; amounts in minor units, and a sum may
   * be greater than any one amount can be.
   *
   * @param account a name of {@link JournalEntry.Account}, or one that only a newer version knows
   * @param balance all debits less all credits up to and with that day
   * @param closed what it says will not change
   */
  public record DayBalance(
      LocalDate day,
      String cpoId,
      String currency,
      String account,
      BigInteger debit,
      BigInteger credit,
      BigInteger balance,
      boolean closed) {}

  /** How long ago the first shortfall of a payment was booked. */
  public enum Age {
    UP_TO_7_DAYS,
    UP_TO_30_DAYS,
    UP_TO_90_DAYS,
    OLDER
  }

  /** What is short and neither paid nor written off, in minor units, of payments of one age. */
  public record OpenShortfall(
      String cpoId, String currency, Age age, long payments, long minorUnits, Instant oldest) {}

  /** The newest day first, then by CPO, currency and account; at most so many. */
  public Uni<List<DayBalance>> trialBalance(LocalDate from, LocalDate to, Scope scope, int most) {
    return sessionFactory.withStatelessSession(session ->
        session
            .createNativeQuery(TRIAL_BALANCE, Object[].class)
            .setParameter(1, from)
            .setParameter(2, to)
            .setParameter(3, any(scope.cpoId()))
            .setParameter(4, any(scope.currency()))
            .setParameter(5, most)
            .getResultList()
            .map(rows -> rows.stream().map(LedgerPages::dayBalance).toList()));
  }

  /** By CPO and currency, the youngest first. */
  public Uni<List<OpenShortfall>> openShortfall(Scope scope, Instant now) {
    return sessionFactory.withStatelessSession(session ->
        session
            .createNativeQuery(OPEN_SHORTFALL, Object[].class)
            .setParameter(1, now)
            .setParameter(2, any(scope.cpoId()))
            .setParameter(3, any(scope.currency()))
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
        Age.valueOf((String) row[2]),
        (Long) row[3],
        (Long) row[4],
        ((OffsetDateTime) row[5]).toInstant());
  }
}
