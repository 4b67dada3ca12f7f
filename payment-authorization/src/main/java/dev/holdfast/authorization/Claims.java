package dev.holdfast.authorization;

import dev.holdfast.authorization.core.Work;
import dev.holdfast.authorization.postgres.AuthorizationRow;
import dev.holdfast.authorization.postgres.Authorizations;
import dev.holdfast.delivery.Transaction;
import dev.holdfast.delivery.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * Takes due work for this instance: committed before it is begun, so that two never do the same.
 */
@ApplicationScoped
class Claims {
  private final Authorizations authorizations;
  private final Transactions transactions;
  private final DueCalls dueCalls;
  private final Leases leases;
  private final Clock clock;

  Claims(
      Authorizations authorizations,
      Transactions transactions,
      DueCalls dueCalls,
      Leases leases,
      Clock clock) {
    this.authorizations = authorizations;
    this.transactions = transactions;
    this.dueCalls = dueCalls;
    this.leases = leases;
    this.clock = clock;
  }

  /** Takes calls that are due at this vendor and nobody is at, so many at most. */
  Uni<List<Claimed>> calls(String vendor, int limit) {
    return take(transaction -> dueCalls.lock(transaction, vendor, limit));
  }

  /** Takes terminals that read a card and nobody is at, so many at most. */
  Uni<List<Claimed>> cards(int limit) {
    return take(
        transaction -> authorizations.lockDue(transaction, Work.READ_CARD, clock.instant(), limit));
  }

  private Uni<List<Claimed>> take(Function<Transaction, Uni<List<AuthorizationRow>>> lock) {
    return transactions.run(transaction ->
        lock.apply(transaction)
            .chain(rows -> {
              var claimed = rows.stream().map(this::claim).toList();
              return authorizations.update(transaction, rows).replaceWith(claimed);
            }));
  }

  /** Keeps the claim on a terminal that waits for its card; false if nobody waits any more. */
  Uni<Boolean> keep(UUID reference) {
    return move(reference, leases.until(Work.READ_CARD));
  }

  /** Gives the claim back; whoever looks for due work after that moment goes on. */
  Uni<Void> giveBack(UUID reference, Instant due) {
    return move(reference, due).replaceWithVoid();
  }

  private Uni<Boolean> move(UUID reference, Instant due) {
    return transactions.run(transaction -> authorizations.renew(transaction, reference, due));
  }

  private Claimed claim(AuthorizationRow row) {
    return new Claimed(row.claim(leases::until), row.toState());
  }
}
