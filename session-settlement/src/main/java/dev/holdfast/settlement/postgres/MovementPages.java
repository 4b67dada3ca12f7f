package dev.holdfast.settlement.postgres;

import dev.holdfast.delivery.Transaction;
import dev.holdfast.settlement.core.payment.GatewayTrace;
import dev.holdfast.settlement.core.payment.Reference;
import dev.holdfast.settlement.core.report.Movement;
import dev.holdfast.settlement.core.report.Reconciliation.Covered;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Money that moved, as a gateway's report asks for it. */
@ApplicationScoped
public class MovementPages {
  /** As {@link #movement} reads them; of a kind that only a newer version knows it reads none. */
  private static final String COLUMNS =
      "m.reference, m.attempt, m.kind, m.gateway, m.gateway_reference, m.cpo_id, m.currency,"
          + " m.minor_units, m.moved_at";

  private static final String FIND =
      "select "
          + COLUMNS
          + """
           from movement m
          where gateway_reference = any(cast(?1 as text[])) and m.kind in ('CAPTURE', 'REFUND') and (cast(?2 as text) = '' or gateway = ?2 or gateway is null)
          order by reference, attempt
          """;

  private static final String UNNAMED =
      "select "
          + COLUMNS
          + """
           from movement m
          join unnest(cast(?2 as text[]), cast(?3 as bigint[]), cast(?4 as bigint[]))
              as covered(currency, from_micros, to_micros)
            on covered.currency = m.currency
            and m.moved_at >= to_timestamp(0) + from_micros * interval '1 microsecond'
            and m.moved_at <= to_timestamp(0) + to_micros * interval '1 microsecond'
          where m.gateway = ?1 and m.kind in ('CAPTURE', 'REFUND')
            and not exists (
              select 1 from report_line l
              where l.reference = m.reference and l.attempt = m.attempt
                and l.result <> 'MISSING_THERE')
          order by m.moved_at, m.reference, m.attempt
          limit 100000
          """;

  /** The movements that bear any of these names, at terminals of the vendor; null: of any. */
  public Uni<List<Movement>> named(
      Transaction transaction, @Nullable String vendor, Collection<String> names) {
    return transaction
        .session()
        .createNativeQuery(FIND, Object[].class)
        .setParameter(1, names.toArray(String[]::new))
        .setParameter(2, any(vendor))
        .getResultList()
        .map(rows -> rows.stream().map(MovementPages::movement).toList());
  }

  /**
   * What moved at terminals of the vendor in the time that is covered, and no line of any report
   * names.
   */
  public Uni<List<Movement>> unnamed(
      Transaction transaction, @Nullable String vendor, Collection<Covered> covered) {
    return transaction
        .session()
        .createNativeQuery(UNNAMED, Object[].class)
        .setParameter(1, any(vendor))
        .setParameter(2, covered.stream().map(Covered::currency).toArray(String[]::new))
        .setParameter(3, covered.stream().map(one -> micros(one.from())).toArray(Long[]::new))
        .setParameter(4, covered.stream().map(one -> micros(one.to())).toArray(Long[]::new))
        .getResultList()
        .map(rows -> rows.stream().map(MovementPages::movement).toList());
  }

  private static String any(@Nullable String vendor) {
    return vendor == null ? "" : vendor;
  }

  static Movement movement(Object[] row) {
    var id = new Movement.Id(new Reference((UUID) row[0]), ((Number) row[1]).intValue());
    Instant at = ((OffsetDateTime) row[8]).toInstant();
    var trace = new GatewayTrace((String) row[3], (String) row[4], at);
    var amount = Money.ofMinor(CurrencyUnit.of((String) row[6]), ((Number) row[7]).longValue());
    Movement.Kind kind =
        StateText.constant(
            "movement %d of %s".formatted(id.attempt(), row[0]),
            Movement.Kind.class,
            "kind",
            (String) row[2]);
    return new Movement(id, kind, (String) row[5], amount, trace);
  }

  private static long micros(Instant at) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, at);
  }
}
