package dev.holdfast.settlement.postgres;

import dev.holdfast.settlement.core.Totals;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;

/** The totals, for those who read. */
@ApplicationScoped
public class TotalsPages {
  private static final String SUMS =
      """
      select start, cpo_id, currency, cast(sum(payments) as bigint), cast(sum(approved) as bigint),
             cast(sum(declined) as bigint),
             string_agg(outcome || ' ' || payments, ',' order by outcome),
             cast(sum(billed) as text), cast(sum(captured) as text), cast(sum(refunded) as text),
             cast(sum(above_hold) as text), cast(sum(shortfall) as text)
      from (
        select cast(extract(epoch from date_trunc(cast(?1 as text), hour, 'UTC')) as bigint) as start,
               cpo_id, currency, outcome, sum(payments) as payments, sum(approved) as approved,
               sum(declined) as declined, sum(billed) as billed, sum(captured) as captured,
               sum(refunded) as refunded, sum(above_hold) as above_hold,
               sum(shortfall) as shortfall
        from settlement_total
        where hour >= to_timestamp(cast(?2 as bigint))
          and hour < to_timestamp(cast(?3 as bigint))
          and (cast(?4 as text) = '' or cpo_id = ?4)
        group by 1, 2, 3, 4
        having sum(payments) <> 0) by_outcome
      where (-start, cpo_id, currency) > (-cast(?5 as bigint), ?6, ?7)
      group by start, cpo_id, currency
      order by -start, cpo_id, currency
      limit cast(?8 as bigint)
      """;

  private final Mutiny.SessionFactory sessionFactory;

  TotalsPages(Mutiny.SessionFactory sessionFactory) {
    this.sessionFactory = sessionFactory;
  }

  /** At most so many that come after that place. */
  public Uni<List<Totals>> after(Totals.Place last, Totals.Period period, int most) {
    String cpoId = period.cpoId();
    return sessionFactory.withStatelessSession(session ->
        session
            .createNativeQuery(SUMS, Object[].class)
            .setParameter(1, period.by() == ChronoUnit.DAYS ? "day" : "hour")
            .setParameter(2, period.from().getEpochSecond())
            .setParameter(3, period.to().getEpochSecond())
            .setParameter(4, cpoId == null ? "" : cpoId)
            .setParameter(5, last.from().getEpochSecond())
            .setParameter(6, last.cpoId())
            .setParameter(7, last.currency())
            .setParameter(8, most)
            .getResultList()
            .map(rows -> rows.stream().map(TotalsPages::totals).toList()));
  }

  private static Totals totals(Object[] row) {
    return new Totals(
        Instant.ofEpochSecond((Long) row[0]),
        (String) row[1],
        (String) row[2],
        (Long) row[3],
        (Long) row[4],
        (Long) row[5],
        outcomes((String) row[6]),
        new Totals.Amounts(sum(row[7]), sum(row[8]), sum(row[9]), sum(row[10]), sum(row[11])));
  }

  /** Of a text such as {@code FULL 3,OPEN 1}. */
  private static Map<String, Long> outcomes(String text) {
    var outcomes = new LinkedHashMap<String, Long>();
    for (String outcome : text.split(",", -1)) {
      int space = outcome.indexOf(' ');
      outcomes.put(outcome.substring(0, space), Long.valueOf(outcome.substring(space + 1)));
    }
    return outcomes;
  }

  private static BigInteger sum(Object text) {
    return new BigInteger((String) text);
  }
}
