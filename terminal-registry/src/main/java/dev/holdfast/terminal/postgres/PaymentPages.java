package dev.holdfast.terminal.postgres;

import dev.holdfast.terminal.core.payment.PaymentBatch;
import dev.holdfast.terminal.core.payment.PaymentCount;
import dev.holdfast.terminal.core.payment.PaymentHistory;
import dev.holdfast.terminal.core.payment.StuckPayment;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/** How payments go at a terminal, for who reads; needs an open session. */
@ApplicationScoped
public class PaymentPages implements PanacheRepositoryBase<PaymentRow, UUID> {
  private static final int TROUBLES = 10;
  private static final int STUCK = 20;
  private static final int SUSPECTS = 100; // some of these are given more time

  private final Settings settings;
  private final PaymentTable.Retention retention;

  PaymentPages(Settings settings, PaymentTable.Retention retention) {
    this.settings = settings;
    this.retention = retention;
  }

  /** What a diagnosis looks at. */
  @ConfigMapping(prefix = "holdfast.diagnosis")
  public interface Settings {
    /** How far back payments are counted; no further than they are kept. */
    @WithDefault("P7D")
    Duration recent();

    /** How long the gateway may take before a payment is stuck. */
    @WithDefault("PT10M")
    Duration stuckAfter();
  }

  /** How payments went at the terminal of that serial, in as many queries as for any other. */
  public Uni<PaymentHistory> of(String serial, Instant now) {
    return getSession().chain(session -> of(session, serial, now));
  }

  private Uni<PaymentHistory> of(Mutiny.Session session, String serial, Instant now) {
    var period = Stream.of(settings.recent(), retention.keep()).min(Duration::compareTo).get();
    var from = PaymentBatch.hourOf(now.minus(period));
    return Uni.combine()
        .all()
        .unis(
            counts(session, serial, from),
            troubles(session, serial, from),
            stuck(session, serial, now),
            lastGood(session, serial))
        .usingConcurrencyOf(1)
        .with((counts, troubles, stuck, lastGood) ->
            new PaymentHistory(
                period,
                counts.own(),
                counts.fleet().minus(counts.own()),
                troubles,
                stuck,
                lastGood.map(Good::at).orElse(null),
                lastGood.map(Good::reference).orElse(null)));
  }

  private record Counts(PaymentCount own, PaymentCount fleet) {
    static Counts of(Object[] columns) {
      return new Counts(
          new PaymentCount((long) columns[0], (long) columns[1]),
          new PaymentCount((long) columns[2], (long) columns[3]));
    }
  }

  /** One statement, so that the fleet is never seen without what its terminal has already. */
  private static Uni<Counts> counts(Mutiny.Session session, String serial, Instant from) {
    return session
        .createNativeQuery(
            """
            select own.finished, own.troubled, fleet.finished, fleet.troubled
            from (select count(*) filter (where finished) as finished,
                         count(*) filter (where troubled) as troubled
                  from payment where serial = ?1 and asked_at >= ?2) own,
                 (select cast(coalesce(sum(finished), 0) as bigint) as finished,
                         cast(coalesce(sum(troubled), 0) as bigint) as troubled
                  from payment_hour where hour >= ?2) fleet
            """,
            Object[].class)
        .setParameter(1, serial)
        .setParameter(2, from)
        .getSingleResult()
        .map(Counts::of);
  }

  private static Uni<SortedMap<String, Integer>> troubles(
      Mutiny.Session session, String serial, Instant from) {
    return session
        .createNativeQuery(
            """
            select trouble, cast(count(*) as integer) from payment
            where serial = ?1 and asked_at >= ?2 and trouble is not null
            group by trouble order by count(*) desc, trouble limit ?3
            """,
            Object[].class)
        .setParameter(1, serial)
        .setParameter(2, from)
        .setParameter(3, TROUBLES)
        .getResultList()
        .map(rows -> {
          var counted = new TreeMap<String, Integer>();
          rows.forEach(row -> counted.put((String) row[0], (Integer) row[1]));
          return counted;
        });
  }

  private Uni<List<StuckPayment>> stuck(Mutiny.Session session, String serial, Instant now) {
    return session
        .createNativeQuery(
            """
            select * from payment where serial = ?1 and suspect and suspect_from <= ?2
            order by suspect_from, reference limit ?3
            """,
            PaymentRow.class)
        .setParameter(1, serial)
        .setParameter(2, now)
        .setParameter(3, SUSPECTS)
        .getResultList()
        .map(rows ->
            rows.stream()
                .filter(row -> row.suspicion().holds(now, settings.stuckAfter()))
                .limit(STUCK)
                .map(PaymentRow::stuck)
                .toList());
  }

  /** Columns, not the row: the session would show it as it was when the stuck ones were read. */
  private static Uni<Optional<Good>> lastGood(Mutiny.Session session, String serial) {
    return session
        .createNativeQuery(
            """
            select reference, good_at from payment where serial = ?1 and good_at is not null
            order by good_at desc limit 1
            """,
            Object[].class)
        .setParameter(1, serial)
        .getResultList()
        .map(rows -> rows.stream().map(Good::of).findFirst());
  }

  private record Good(String reference, Instant at) {
    static Good of(Object[] columns) {
      return new Good(columns[0].toString(), ((OffsetDateTime) columns[1]).toInstant());
    }
  }
}
