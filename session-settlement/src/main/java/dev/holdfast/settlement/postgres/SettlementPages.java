package dev.holdfast.settlement.postgres;

import dev.holdfast.settlement.core.SettlementFilter;
import dev.holdfast.settlement.core.payment.Reference;
import dev.holdfast.settlement.core.payment.Settlement.Status;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The settlements, for those who read. */
@ApplicationScoped
public class SettlementPages {
  private static final String VERSION = "coalesce(uuid_extract_version(reference), 0)";

  /** As {@link ShortfallPages} tells it: one of the currencies of the payment is owed. */
  private static final String OPEN_SHORTFALL =
      """
      reference in (
        select reference from journal_line
        where account = 'OVERAGE_RECEIVABLE' and 'OVERAGE_RECEIVABLE' = any(accounts)
        group by reference, currency
        having sum(case side when 'DEBIT' then minor_units else -minor_units end) > 0)
      """;

  private static final String OF_SESSION = lookedFor("session_id = :session");

  private final Mutiny.SessionFactory sessionFactory;

  SettlementPages(Mutiny.SessionFactory sessionFactory) {
    this.sessionFactory = sessionFactory;
  }

  /** The settlement of that payment, if it is known. */
  public Uni<Optional<SettlementRow>> find(Reference reference) {
    return sessionFactory.withStatelessSession(
        session -> session.get(SettlementRow.class, reference.value()).map(Optional::ofNullable));
  }

  /** At most so many that come after that one, the newest taps first; null: the first ones. */
  public Uni<List<SettlementRow>> after(
      @Nullable Reference last, SettlementFilter filter, int most) {
    var conditions = conditions(filter);
    conditions.when("reached", last == null ? null : last.value(), "reference < :reached");
    var query = "select * from settlement" + conditions.where() + "order by reference desc";
    return sessionFactory.withStatelessSession(session ->
        conditions.list(session.createNativeQuery(query, SettlementRow.class).setMaxResults(most)));
  }

  /** How many there are, up to so many. */
  public Uni<Long> count(SettlementFilter filter, int most) {
    var conditions = conditions(filter);
    var query = "select reference from settlement" + conditions.where();
    return sessionFactory
        .withStatelessSession(session ->
            conditions.list(session.createNativeQuery(query, UUID.class).setMaxResults(most)))
        .map(found -> (long) found.size());
  }

  private static Conditions conditions(SettlementFilter filter) {
    var conditions = new Conditions();
    conditions.when("status", name(filter.status()), statusIs(filter.status()));
    conditions.constant("outcome", filter.outcome());
    conditions.equal("cpo_id", filter.cpoId());
    conditions.when("session", filter.sessionId(), OF_SESSION);
    conditions.when(
        "attention",
        name(filter.attention()),
        "attention = :attention and " + lookedFor("status = 'ATTENTION'"));
    conditions.constant("due", filter.due());
    var finance = filter.finance();
    conditions.when(
        "currency",
        finance.currency(),
        "hold_currency = :currency or session_currency = :currency");
    tapped(conditions, finance.from(), finance.to());
    if (finance.shortfall() == SettlementFilter.Shortfall.OPEN) {
      conditions.must(OPEN_SHORTFALL);
    }
    return conditions;
  }

  /** Nearly all are settled: for those there is no index, and none is needed. */
  private static String statusIs(@Nullable Status status) {
    return status == Status.SETTLED
        ? "status = :status"
        : lookedFor("status = :status and status <> 'SETTLED'");
  }

  private static String lookedFor(String condition) {
    return "reference in (select reference from settlement_lookup where %s)".formatted(condition);
  }

  private static @Nullable String name(@Nullable Enum<?> constant) {
    return constant == null ? null : constant.name();
  }

  /** A reference that tells its time begins with it: so a period is a range of the primary key. */
  private static void tapped(Conditions conditions, @Nullable Instant from, @Nullable Instant to) {
    boolean sinceEver = from == null || from.equals(Instant.EPOCH);
    boolean timelessToo = sinceEver && (to == null || to.isAfter(Instant.EPOCH));
    if (!timelessToo) {
      conditions.must(VERSION + " = 7");
    }
    conditions.when("from", sinceEver ? null : earliest(from), "reference >= :from");
    conditions.when(
        "to",
        earliest(to),
        timelessToo ? "reference < :to or " + VERSION + " <> 7" : "reference < :to");
  }

  private static @Nullable UUID earliest(@Nullable Instant moment) {
    return moment == null ? null : Reference.earliest(moment).value();
  }
}
