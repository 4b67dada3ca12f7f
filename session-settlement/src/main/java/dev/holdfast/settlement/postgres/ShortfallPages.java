package dev.holdfast.settlement.postgres;

import static java.util.stream.Collectors.joining;

import dev.holdfast.settlement.core.journal.LedgerScope;
import dev.holdfast.settlement.core.journal.OpenShortfall;
import dev.holdfast.settlement.core.journal.OpenShortfall.Age;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** What is short and neither paid nor written off, as the lines of the journal sum up to. */
@ApplicationScoped
public class ShortfallPages {
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
        select cpo_id, reference, currency, min(booked_at) as since,
          sum(case side when 'DEBIT' then minor_units else -minor_units end) as open
        from journal_line
        where account = 'OVERAGE_RECEIVABLE' and 'OVERAGE_RECEIVABLE' = any(accounts)
          and (cast(?2 as text) = '' or cpo_id = ?2)
          and (cast(?3 as text) = '' or currency = ?3)
        group by 1, 2, 3) payments
      where open > 0
      group by 1, 2, 3) ages
      where (cpo_id, currency, age) > (?4, ?5, cast(?6 as integer))
      order by cpo_id, currency, age
      limit ?7
      """
          .formatted(AGE);

  private final Mutiny.SessionFactory sessionFactory;

  ShortfallPages(Mutiny.SessionFactory sessionFactory) {
    this.sessionFactory = sessionFactory;
  }

  /** At most so many that come after that place. */
  public Uni<List<OpenShortfall>> list(
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
            .map(rows -> rows.stream().map(ShortfallPages::shortfall).toList()));
  }

  private static String any(@Nullable String asked) {
    return asked == null ? "" : asked;
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
