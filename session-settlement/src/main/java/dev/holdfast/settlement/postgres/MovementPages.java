package dev.holdfast.settlement.postgres;

import dev.holdfast.settlement.core.payment.GatewayTrace;
import dev.holdfast.settlement.core.payment.Reference;
import dev.holdfast.settlement.core.report.Movement;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Money that moved and that no report tells yet, the oldest first: one index has nothing else. */
@ApplicationScoped
public class MovementPages {
  /** As {@link #movement} reads them; of a kind that only a newer version knows it reads none. */
  private static final String UNREPORTED =
      """
      select reference, attempt, kind, gateway, gateway_reference, cpo_id, currency, minor_units,
        moved_at
      from movement
      """;

  private static final String OLDEST_FIRST = "order by moved_at, reference, attempt";

  private final Mutiny.SessionFactory sessionFactory;

  MovementPages(Mutiny.SessionFactory sessionFactory) {
    this.sessionFactory = sessionFactory;
  }

  /** At most so many that come after that place; null: the first ones. */
  public Uni<List<Movement>> unreported(
      Movement.@Nullable Place last, Movement.Filter filter, int most) {
    var conditions = new Conditions();
    conditions.must("not is_reported");
    conditions.must("kind in ('CAPTURE', 'REFUND')");
    conditions.equal("cpo_id", filter.cpoId());
    conditions.equal("gateway", filter.gateway());
    conditions.bind("before", filter.movedBefore());
    conditions.must("moved_at <= :before");
    if (last != null) {
      conditions.bind("lastAt", last.movedAt());
      conditions.bind("lastReference", last.reference());
      conditions.bind("lastAttempt", last.attempt());
      conditions.must("(moved_at, reference, attempt) > (:lastAt, :lastReference, :lastAttempt)");
    }
    var query = UNREPORTED.strip() + conditions.where() + OLDEST_FIRST;
    return sessionFactory.withStatelessSession(session ->
        conditions
            .list(session.createNativeQuery(query, Object[].class).setMaxResults(most))
            .map(rows -> rows.stream().map(MovementPages::movement).toList()));
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
}
