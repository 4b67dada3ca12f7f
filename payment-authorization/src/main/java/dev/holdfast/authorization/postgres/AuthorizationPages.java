package dev.holdfast.authorization.postgres;

import dev.holdfast.authorization.core.HoldFilter;
import dev.holdfast.authorization.core.Status;
import io.quarkus.hibernate.reactive.panache.PanacheQuery;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** The rows of authorizations, for those who read. */
@ApplicationScoped
public class AuthorizationPages implements PanacheRepositoryBase<AuthorizationRow, UUID> {
  private static final Pattern NAME = Pattern.compile(":(\\w+)");

  /** Those that match, the newest request first. */
  public PanacheQuery<AuthorizationRow> matching(HoldFilter filter) {
    var parameters = new HashMap<String, Object>();
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
    return find(query.toString(), Sort.descending("tap.requestedAt", "reference"), parameters);
  }
}
