package dev.holdfast.authorization.postgres;

import dev.holdfast.authorization.core.Status;
import io.quarkus.hibernate.reactive.panache.PanacheQuery;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The rows of authorizations, for those who read. */
@ApplicationScoped
public class AuthorizationPages implements PanacheRepositoryBase<AuthorizationRow, UUID> {
  /** Those that match, the newest request first; an empty filter lets all pass. */
  public PanacheQuery<AuthorizationRow> matching(
      Optional<Status> status, Optional<String> terminalSerial) {
    Map<String, Object> parameters = new HashMap<>();
    var query = new StringBuilder("1 = 1");
    status.ifPresent(wanted -> {
      query.append(" and status = :status");
      parameters.put("status", wanted);
    });
    terminalSerial.ifPresent(wanted -> {
      query.append(" and tap.terminalSerial = :terminal");
      parameters.put("terminal", wanted);
    });
    return find(query.toString(), Sort.descending("tap.requestedAt", "reference"), parameters);
  }
}
