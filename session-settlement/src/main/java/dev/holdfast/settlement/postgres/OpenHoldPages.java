package dev.holdfast.settlement.postgres;

import static java.util.stream.Collectors.joining;

import dev.holdfast.settlement.core.OpenHolds;
import dev.holdfast.settlement.core.OpenHolds.HoldAge;
import dev.holdfast.settlement.core.journal.LedgerScope;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** What is held and neither taken nor given back, summed up over the settlements that are open. */
@ApplicationScoped
public class OpenHoldPages {
  /** Minutes at most, by {@code since}. */
  private static final String AGE =
      Stream.of(HoldAge.values())
          .filter(age -> age != HoldAge.OLDER)
          .map(age ->
              "when since >= cast(?1 as timestamptz) - interval '%1$d minutes' then %1$d"
                  .formatted(age.minutes()))
          .collect(joining(" ", "case ", " else %d end".formatted(HoldAge.OLDER.minutes())));

  /** A hold that stands is never settled: the lookup by status leads past all that are. */
  private static final String OPEN_HOLDS =
      """
      select * from (
      select cpo_id, currency, %s as age, count(*), cast(sum(authorized) as bigint), min(since)
      from (
        select cpo_id, hold_currency as currency, authorized,
          case when uuid_extract_version(reference) = 7 then uuid_extract_timestamp(reference)
            else changed_at end as since
        from settlement
        where reference in (
            select reference from settlement_lookup
            where status in ('AWAITING_SESSION', 'DECIDED', 'ATTENTION'))
          and hold_standing = 'HELD'
          and (cast(?2 as text) = '' or cpo_id = ?2)
          and (cast(?3 as text) = '' or hold_currency = ?3)) holds
      group by 1, 2, 3) ages
      where (cpo_id, currency, age) > (?4, ?5, cast(?6 as integer))
      order by cpo_id, currency, age
      limit ?7
      """
          .formatted(AGE);

  private final Mutiny.SessionFactory sessionFactory;

  OpenHoldPages(Mutiny.SessionFactory sessionFactory) {
    this.sessionFactory = sessionFactory;
  }

  /** At most so many that come after that place. */
  public Uni<List<OpenHolds>> list(
      LedgerScope scope, Instant now, OpenHolds.Place after, int most) {
    return sessionFactory.withStatelessSession(session ->
        session
            .createNativeQuery(OPEN_HOLDS, Object[].class)
            .setParameter(1, now)
            .setParameter(2, any(scope.cpoId()))
            .setParameter(3, any(scope.currency()))
            .setParameter(4, after.cpoId())
            .setParameter(5, after.currency())
            .setParameter(6, after.age())
            .setParameter(7, most)
            .getResultList()
            .map(rows -> rows.stream().map(OpenHoldPages::holds).toList()));
  }

  private static String any(@Nullable String asked) {
    return asked == null ? "" : asked;
  }

  private static OpenHolds holds(Object[] row) {
    return new OpenHolds(
        (String) row[0],
        (String) row[1],
        HoldAge.upTo((Integer) row[2]),
        (Long) row[3],
        (Long) row[4],
        ((OffsetDateTime) row[5]).toInstant());
  }
}
