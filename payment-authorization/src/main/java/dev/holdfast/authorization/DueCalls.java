package dev.holdfast.authorization;

import dev.holdfast.authorization.gateway.Circuits;
import dev.holdfast.authorization.gateway.Gateways;
import dev.holdfast.authorization.postgres.AuthorizationRow;
import dev.holdfast.authorization.postgres.Authorizations;
import dev.holdfast.authorization.postgres.Authorizations.CallsToMake;
import dev.holdfast.delivery.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/** Finds the calls that may be made now: where a vendor's cloud does not answer, they wait. */
@ApplicationScoped
class DueCalls {
  private final Authorizations authorizations;
  private final Gateways gateways;
  private final Circuits circuits;
  private final Settings settings;
  private final Clock clock;

  DueCalls(
      Authorizations authorizations,
      Gateways gateways,
      Circuits circuits,
      Settings settings,
      Clock clock) {
    this.authorizations = authorizations;
    this.gateways = gateways;
    this.circuits = circuits;
    this.settings = settings;
    this.clock = clock;
  }

  /** Locks so many at most, those first whose hold ends first. */
  Uni<List<AuthorizationRow>> lock(Transaction transaction, String vendor, int limit) {
    int permitted = circuits.of(vendor).permits(limit);
    if (permitted == 0) {
      return Uni.createFrom().item(List.of());
    }
    var now = clock.instant();
    var cloud = gateways.environment().cloudOf(vendor);
    var endsBefore = now.plus(settings.expiryNotice());
    return authorizations.lockCalls(
        transaction, new CallsToMake(vendor, cloud, endsBefore, permitted), now);
  }
}
