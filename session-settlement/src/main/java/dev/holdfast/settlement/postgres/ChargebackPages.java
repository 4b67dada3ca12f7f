package dev.holdfast.settlement.postgres;

import dev.holdfast.settlement.core.payment.Reference;
import dev.holdfast.settlement.core.report.Chargeback;
import dev.holdfast.settlement.core.report.Dispute.Answer;
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

/** Chargebacks as the reports tell of them. */
@ApplicationScoped
public class ChargebackPages {
  private static final String ALL =
      """
      select chargeback_id, gateway, gateway_reference, reference, cpo_id, currency, minor_units,
        stage, begun_at, told_at, respond_by, respond_by_source, is_booked
      from chargeback
      """;

  private static final String BY_DEADLINE =
      "order by coalesce(respond_by, to_timestamp(0)), chargeback_id";

  private static final String LINES =
      """
      select stage, currency, minor_units, told_at, respond_by, respond_by_source
      from chargeback_line where reference = ?1 order by told_at
      """;

  private final Mutiny.SessionFactory sessionFactory;

  ChargebackPages(Mutiny.SessionFactory sessionFactory) {
    this.sessionFactory = sessionFactory;
  }

  /** At most so many behind that place, or the first ones: what is to be answered first. */
  public Uni<List<Chargeback>> after(
      Chargeback.@Nullable Place last, Chargeback.Filter filter, int most) {
    var conditions = new Conditions();
    conditions.equal("cpo_id", filter.cpoId());
    conditions.equal("gateway", filter.gateway());
    conditions.constant("stage", filter.stage());
    if (last != null) {
      conditions.bind("lastBy", last.answerBy());
      conditions.bind("lastId", last.id());
      conditions.must(
          "(coalesce(respond_by, to_timestamp(0)), chargeback_id) > (:lastBy, :lastId)");
    }
    var query = ALL.strip() + conditions.where() + BY_DEADLINE;
    return sessionFactory.withStatelessSession(session ->
        conditions
            .list(session.createNativeQuery(query, Object[].class).setMaxResults(most))
            .map(rows -> rows.stream().map(ChargebackPages::chargeback).toList()));
  }

  /** The lines that tell of a payment's, the oldest first. */
  public Uni<List<Chargeback.Line>> of(Reference reference) {
    return sessionFactory.withStatelessSession(session ->
        session
            .createNativeQuery(LINES, Object[].class)
            .setParameter(1, reference.value())
            .getResultList()
            .map(rows -> rows.stream().map(ChargebackPages::line).toList()));
  }

  private static Chargeback.Line line(Object[] row) {
    return new Chargeback.Line(
        (String) row[0], money(row[1], row[2]), instant(row[3]), answer(row[4], row[5]));
  }

  private static Chargeback chargeback(Object[] row) {
    var reference = row[3] == null ? null : new Reference((UUID) row[3]);
    var origin =
        new Chargeback.Origin((String) row[1], (String) row[2], reference, (String) row[4]);
    var state =
        new Chargeback.State(
            (String) row[7],
            instant(row[8]),
            instant(row[9]),
            answer(row[10], row[11]),
            (boolean) row[12]);
    return new Chargeback((String) row[0], origin, money(row[5], row[6]), state);
  }

  private static @Nullable Answer answer(@Nullable Object by, @Nullable Object source) {
    return by == null || source == null ? null : new Answer(instant(by), (String) source);
  }

  private static Money money(Object currency, Object minorUnits) {
    return Money.ofMinor(CurrencyUnit.of((String) currency), ((Number) minorUnits).longValue());
  }

  private static Instant instant(Object value) {
    return ((OffsetDateTime) value).toInstant();
  }
}
