package dev.holdfast.authorization;

import dev.holdfast.authorization.gateway.Circuits;
import dev.holdfast.authorization.gateway.Gateways;
import dev.holdfast.authorization.postgres.AuthorizationRow;
import dev.holdfast.authorization.postgres.Authorizations;
import dev.holdfast.authorization.postgres.Authorizations.CallsToMake;
import dev.holdfast.delivery.Transaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

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

  /** Locks so many at most, those first that find a cloud out, then whose hold ends first. */
  Uni<List<AuthorizationRow>> lock(Transaction transaction, int limit) {
    var answering = gateways.vendors().stream().filter(vendor -> !isShut(vendor)).toList();
    var trying = gateways.vendors().stream().filter(this::isToBeTried).map(List::of);
    return Multi.createFrom()
        .items(Stream.concat(trying, Stream.of(answering)))
        .onItem()
        .transformToUniAndConcatenate(vendors -> lock(transaction, vendors, limit))
        .onItem()
        .<AuthorizationRow>disjoint()
        .select()
        .first(limit)
        .collect()
        .asList();
  }

  private Uni<List<AuthorizationRow>> lock(
      Transaction transaction, List<String> vendors, int limit) {
    int permitted = vendors.stream().mapToInt(vendor -> permits(vendor, limit)).max().orElse(0);
    if (permitted == 0) {
      return Uni.createFrom().item(List.of());
    }
    var now = clock.instant();
    var calls =
        new CallsToMake(
            vendors,
            gateways.environment().cloudOf(""),
            now.plus(settings.expiryNotice()),
            permitted);
    return authorizations.lockCalls(transaction, calls, now);
  }

  private boolean isShut(String vendor) {
    return circuits.of(vendor).isShut();
  }

  private boolean isToBeTried(String vendor) {
    return isShut(vendor) && permits(vendor, 1) == 1;
  }

  private int permits(String vendor, int wanted) {
    return circuits.of(vendor).permits(wanted);
  }
}
