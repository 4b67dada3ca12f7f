package dev.holdfast.authorization.postgres;

import dev.holdfast.authorization.core.HoldFilter;
import dev.holdfast.authorization.core.HoldFilter.Place;
import dev.holdfast.authorization.core.Status;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rows of authorizations, for those who read. */
@ApplicationScoped
public class AuthorizationPages implements PanacheRepositoryBase<AuthorizationRow, UUID> {
  private static final Pattern NAME = Pattern.compile(":(\\w+)");

  /** Those that match and come after a place, the newest request first. */
  public Uni<List<AuthorizationRow>> matching(HoldFilter filter, @Nullable Place after, int most) {
    var parameters = new HashMap<String, Object>();
    var query = new StringBuilder(conditions(filter, parameters));
    if (after != null) {
      // The first condition is for the index.
      query.append(" and tap.requestedAt <= :at and (tap.requestedAt < :at or reference < :last)");
      parameters.put("at", after.requestedAt());
      parameters.put("last", after.reference());
    }
    return find(query.toString(), Sort.descending("tap.requestedAt", "reference"), parameters)
        .page(Page.ofSize(most))
        .list();
  }

  /** How many match; no more than so many are counted. */
  public Uni<Long> count(HoldFilter filter, int most) {
    var parameters = new HashMap<String, Object>();
    var counted =
        "select count(*) from (select a.reference as reference from AuthorizationRow a where "
            + conditions(filter, parameters)
            + " order by a.tap.requestedAt desc limit "
            + most
            + ") found";
    return getSession()
        .chain(session -> {
          var query = session.createSelectionQuery(counted, Long.class);
          parameters.forEach(query::setParameter);
          return query.getSingleResult();
        });
  }

  private static String conditions(HoldFilter filter, Map<String, Object> parameters) {
    var query = new StringBuilder("1 = 1");
    if (!filter.statuses().isEmpty()) {
      query.append(" and state.status in :statuses");
      parameters.put("statuses", filter.statuses().stream().map(Status::name).toList());
    }
    if (filter.trouble().unknown()) {
      query.append(" and state.unknown");
    }
    if (filter.trouble().attention()) {
      query.append(" and history.attention is not null");
    }
    Map<String, Optional<?>> conditions =
        Map.of(
            "tap.terminalSerial = :terminal", filter.terminalSerial(),
            "tap.cpoId = :cpo", filter.cpoId(),
            "tap.requestedAt >= :from", filter.requested().from(),
            "tap.requestedAt < :to", filter.requested().to(),
            "state.status = 'HELD' and money.expiresAt < :endsBefore", filter.endsBefore(),
            "money.cardLastFour = :lastFour", filter.payment().lastFour(),
            "(tap.requested = :amount or money.authorized = :amount or money.captured = :amount)",
                filter.payment().minorUnits(),
            "tap.currency = :currency", filter.payment().currency());
    conditions.forEach((condition, value) ->
        value.ifPresent(given -> {
          query.append(" and ").append(condition);
          parameters.put(
              NAME.matcher(condition).results().findFirst().orElseThrow().group(1), given);
        }));
    return query.toString();
  }
}
