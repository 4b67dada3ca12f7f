package dev.holdfast.authorization;

import dev.holdfast.authorization.core.Timetable;
import dev.holdfast.authorization.gateway.Circuits;
import dev.holdfast.authorization.postgres.AuthorizationRow;
import dev.holdfast.authorization.postgres.Authorizations;
import dev.holdfast.delivery.Transaction;
import dev.holdfast.delivery.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The one way to change an authorization: lock, decide, write, and say so, in one transaction. */
@ApplicationScoped
public class Decide {
  private final Authorizations authorizations;
  private final Circuits circuits;
  private final Leases leases;
  private final Timetable timetable;
  private final Clock clock;
  private final Together<Wanted, Written> together;

  Decide(
      Authorizations authorizations,
      Transactions transactions,
      Circuits circuits,
      Leases leases,
      Settings settings,
      Clock clock) {
    this.authorizations = authorizations;
    this.circuits = circuits;
    this.leases = leases;
    this.timetable = new Timetable(settings.firstLookUp(), settings.expiryNotice());
    this.clock = clock;
    this.together = new Together<>(transactions, settings.writtenTogether(), this::writeTogether);
  }

  /** An order, and whether its asker makes the call at the gateway that it may ask for. */
  private record Wanted(Order order, boolean claims) {}

  private record Written(Decided decided, Optional<Claimed> claimed) {}

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

  /** Applies one order, in one transaction with others that are asked for at the same time. */
  Uni<Decided> one(Order order) {
    return together.ask(new Wanted(order, false)).map(Written::decided);
  }

  /** As {@link #one}, and claims the call that it may ask for: the caller must make it now. */
  Uni<Optional<Claimed>> andClaim(Order order) {
    return together.ask(new Wanted(order, true)).map(Written::claimed);
  }

  Uni<List<Decided>> write(
      Transaction transaction, List<AuthorizationRow> rows, List<Order> orders) {
    var fold = new Fold(rows, timetable, clock.instant());
    var decided = orders.stream().map(fold::apply).toList();
    return write(transaction, fold).replaceWith(decided);
  }

  private Uni<List<Written>> writeTogether(Transaction transaction, List<Wanted> wanted) {
    return authorizations
        .lock(transaction, wanted.stream().map(each -> each.order().reference()).toList())
        .chain(rows -> {
          var fold = new Fold(rows, timetable, clock.instant());
          var decided = wanted.stream().map(each -> fold.apply(each.order())).toList();
          // Only when all is decided: a later order may ask for another call than an earlier one.
          var written =
              IntStream.range(0, wanted.size())
                  .mapToObj(i -> new Written(decided.get(i), claim(fold, wanted.get(i))))
                  .toList();
          return write(transaction, fold).replaceWith(written);
        });
  }

  /** Where the vendor's cloud does not answer, the call waits until somebody looks for due work. */
  private Optional<Claimed> claim(Fold fold, Wanted wanted) {
    return fold.changed(wanted.order().reference())
        .filter(row -> wanted.claims())
        .filter(AuthorizationRow::mustSend)
        .filter(row -> !circuits.of(row.vendor()).isShut())
        .map(row -> new Claimed(row.claim(leases::until), row.toState()));
  }

  private Uni<Void> write(Transaction transaction, Fold fold) {
    return authorizations
        .update(transaction, fold.changed())
        .chain(() -> transaction.publish(fold.events()));
  }
}
