package dev.holdfast.settlement.postgres;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The totals, for those who read. */
@ApplicationScoped
public class TotalsPages {
  private static final String SUMS =
      """
      select cast(extract(epoch from date_trunc(cast(?1 as text), hour, 'UTC')) as bigint), cpo_id, currency,
             outcome, cast(sum(payments) as bigint), cast(sum(approved) as bigint),
             cast(sum(declined) as bigint), cast(sum(billed) as text),
             cast(sum(captured) as text), cast(sum(refunded) as text),
             cast(sum(above_hold) as text), cast(sum(shortfall) as text)
      from settlement_total
      where hour >= to_timestamp(cast(?2 as bigint))
        and hour < to_timestamp(cast(?3 as bigint))
        and (cast(?4 as text) = '' or cpo_id = ?4)
      group by 1, 2, 3, 4
      having sum(payments) <> 0
      order by 1 desc, 2, 3, 4
      limit cast(?5 as bigint)
      """;

  private final Mutiny.SessionFactory sessionFactory;

  TotalsPages(Mutiny.SessionFactory sessionFactory) {
    this.sessionFactory = sessionFactory;
  }

  /** What is asked for: hours from (inclusive) to (exclusive), of one CPO or (null) of all. */
  public record Period(ChronoUnit by, Instant from, Instant to, @Nullable String cpoId) {}

  /** What the taps of one hour or day came to, of a CPO, in a currency, with an outcome. */
  public record Total(
      Instant from,
      String cpoId,
      String currency,
      String outcome,
      long payments,
      long approved,
      long declined,
      Amounts amounts) {}

  /** In minor units; a sum may be greater than any one amount can be. */
  public record Amounts(
      BigInteger billed,
      BigInteger captured,
      BigInteger refunded,
      BigInteger aboveHold,
      BigInteger shortfall) {
    /** Both together. */
    public Amounts plus(Amounts other) {
      return new Amounts(
          billed.add(other.billed),
          captured.add(other.captured),
          refunded.add(other.refunded),
          aboveHold.add(other.aboveHold),
          shortfall.add(other.shortfall));
    }
  }

  /** The newest first, then by CPO, currency and outcome; at most so many. */
  public Uni<List<Total>> of(Period period, int most) {
    String cpoId = period.cpoId();
    return sessionFactory.withStatelessSession(session ->
        session
            .createNativeQuery(SUMS, Object[].class)
            .setParameter(1, period.by() == ChronoUnit.DAYS ? "day" : "hour")
            .setParameter(2, period.from().getEpochSecond())
            .setParameter(3, period.to().getEpochSecond())
            .setParameter(4, cpoId == null ? "" : cpoId)
            .setParameter(5, most)
            .getResultList()
            .map(rows -> rows.stream().map(TotalsPages::total).toList()));
  }

  private static Total total(Object[] row) {
    return new Total(
        Instant.ofEpochSecond((Long) row[0]),
        (String) row[1],
        (String) row[2],
        (String) row[3],
        (Long) row[4],
        (Long) row[5],
        (Long) row[6],
        new Amounts(sum(row[7]), sum(row[8]), sum(row[9]), sum(row[10]), sum(row[11])));
  }

  private static BigInteger sum(Object text) {
    return new BigInteger((String) text);
  }
}
