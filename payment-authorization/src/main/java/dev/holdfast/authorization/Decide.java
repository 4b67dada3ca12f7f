package dev.holdfast.authorization;

import dev.holdfast.authorization.core.RetrySchedule;
import dev.holdfast.authorization.postgres.AuthorizationRow;
import dev.holdfast.authorization.postgres.Authorizations;
import dev.holdfast.delivery.Transaction;
import dev.holdfast.delivery.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The one way to change an authorization: lock, decide, write, and say so, in one transaction. */
@ApplicationScoped
public class Decide {
  private final Authorizations authorizations;
  private final Transactions transactions;
  private final Leases leases;
  private final RetrySchedule schedule;
  private final Clock clock;

  Decide(
      Authorizations authorizations,
      Transactions transactions,
      Leases leases,
      Settings settings,
      Clock clock) {
    this.authorizations = authorizations;
    this.transactions = transactions;
    this.leases = leases;
    this.schedule = new RetrySchedule(settings.firstLookUp());
    this.clock = clock;
  }

  /**
   * Applies orders one after the other.
   *
   * @return one decision for each, in order; fails with {@link dev.holdfast.delivery.Unacceptable}
   *     for a reference that is not here
   */
  public Uni<List<Decided>> all(Transaction transaction, List<Order> orders) {
    return authorizations
        .lock(transaction, orders.stream().map(Order::reference).toList())
        .chain(rows -> write(transaction, rows, orders));
  }

  /** Applies one order in a transaction of its own. */
  Uni<Decided> one(Order order) {
    return transactions.run(transaction -> all(transaction, List.of(order)).map(List::getFirst));
  }

  /** As {@link #one}, and claims the call that it may ask for: the caller must make it now. */
  Uni<Optional<Claimed>> andClaim(Order order) {
    return transactions.run(transaction ->
        authorizations
            .lock(transaction, List.of(order.reference()))
            .chain(rows -> writeAndClaim(transaction, rows, order)));
  }

  Uni<List<Decided>> write(
      Transaction transaction, List<AuthorizationRow> rows, List<Order> orders) {
    var fold = new Fold(rows, schedule, clock.instant());
    var decided = orders.stream().map(fold::apply).toList();
    return write(transaction, fold).replaceWith(decided);
  }

  private Uni<Optional<Claimed>> writeAndClaim(
      Transaction transaction, List<AuthorizationRow> rows, Order order) {
    var fold = new Fold(rows, schedule, clock.instant());
    var state = fold.apply(order).state();
    var claimed =
        fold.changed().stream()
            .filter(AuthorizationRow::mustSend)
            .findFirst()
            .map(row -> new Claimed(row.claim(leases::until), state));
    return write(transaction, fold).replaceWith(claimed);
  }

  private Uni<Void> write(Transaction transaction, Fold fold) {
    return authorizations
        .update(transaction, fold.changed())
        .chain(() -> transaction.publish(fold.events()));
  }
}
