package dev.holdfast.settlement.postgres;

import static java.util.stream.Collectors.joining;

import dev.holdfast.settlement.core.journal.AgePlace;
import dev.holdfast.settlement.core.journal.LedgerScope;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.hibernate.reactive.mutiny.Mutiny;

/** Sums up what is open by CPO, currency and age. */
final class AgedSums {
  private final String query;

  /** What is open of one age: at most so many units, and since when the oldest. */
  record Sum(String cpoId, String currency, int age, long count, long minorUnits, Instant oldest) {}

  /**
   * Of these ages.
   *
   * @param unit of the ages, as the database names it
   * @param ages at most so many units, the youngest first; the last one is without a bound
   * @param open finds cpo_id, currency, minor_units and since of each; ?2 is its CPO and ?3 its
   *     currency, or empty for any
   */
  AgedSums(String unit, List<Integer> ages, String open) {
    this.query =
        """
        select * from (
        select cpo_id, currency, %s as age, count(*), cast(sum(minor_units) as bigint), min(since)
        from (
        %s) as open
        group by 1, 2, 3) ages
        where (cpo_id, currency, age) > (?4, ?5, cast(?6 as integer))
        order by cpo_id, currency, age
        limit ?7
        """
            .formatted(age(unit, ages), open);
  }

  private static String age(String unit, List<Integer> ages) {
    return ages.subList(0, ages.size() - 1).stream()
        .map(age ->
            "when since >= cast(?1 as timestamptz) - interval '%1$d %2$s' then %1$d"
                .formatted(age, unit))
        .collect(joining(" ", "case ", " else %d end".formatted(ages.getLast())));
  }

  /** At most so many that come after that place. */
  Uni<List<Sum>> list(
      Mutiny.StatelessSession session, LedgerScope scope, Instant now, AgePlace after, int most) {
    return session
        .createNativeQuery(query, Object[].class)
        .setParameter(1, now)
        .setParameter(2, Objects.requireNonNullElse(scope.cpoId(), ""))
        .setParameter(3, Objects.requireNonNullElse(scope.currency(), ""))
        .setParameter(4, after.cpoId())
        .setParameter(5, after.currency())
        .setParameter(6, after.age())
        .setParameter(7, most)
        .getResultList()
        .map(rows -> rows.stream().map(AgedSums::sum).toList());
  }

  private static Sum sum(Object[] row) {
    return new Sum(
        (String) row[0],
        (String) row[1],
        (Integer) row[2],
        (Long) row[3],
        (Long) row[4],
        ((OffsetDateTime) row[5]).toInstant());
  }
}
