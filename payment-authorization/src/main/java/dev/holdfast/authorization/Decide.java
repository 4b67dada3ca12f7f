package dev.holdfast.authorization;

import dev.holdfast.authorization.core.Timetable;
import dev.holdfast.authorization.postgres.AuthorizationRow;
import dev.holdfast.authorization.postgres.Authorizations;
import dev.holdfast.delivery.Transaction;
import dev.holdfast.delivery.Transactions;
import dev.holdfast.delivery.UnderWay;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The one way to change an authorization: lock, decide, write, and say so, in one transaction. */
@ApplicationScoped
public class Decide {
  private final Authorizations authorizations;
  private final Leases leases;
  private final Timetable timetable;
  private final Together<Wanted, Written> together;

  Decide(
      Authorizations authorizations,
      Transactions transactions,
      Leases leases,
      Settings settings,
      UnderWay underWay) {
    this.authorizations = authorizations;
    this.leases = leases;
    this.timetable = new Timetable(settings.firstLookUp(), settings.expiryNotice());
    this.together =
        new Together<>(transactions, underWay, settings.writtenTogether(), this::writeTogether);
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
    return authorizations
        .now(transaction)
        .chain(now -> {
          var fold = new Fold(rows, timetable, now);
          var decided = orders.stream().map(fold::apply).toList();
          return write(transaction, fold).replaceWith(decided);
        });
  }

  private Uni<List<Written>> writeTogether(Transaction transaction, List<Wanted> wanted) {
    var begun = leases.begin();
    return authorizations
        .lock(transaction, wanted.stream().map(each -> each.order().reference()).toList())
        .chain(rows ->
            authorizations
                .now(transaction)
                .chain(now -> {
                  var fold = new Fold(rows, timetable, now);
                  var decided = wanted.stream().map(each -> fold.apply(each.order())).toList();
                  var claimed = claim(fold, wanted, begun, now);
                  return write(transaction, fold).replaceWith(written(decided, claimed));
                }));
  }

  /** Only when all is decided: a later order may ask for another call than an earlier one. */
  private List<Optional<Claimed>> claim(
      Fold fold, List<Wanted> wanted, Instant begun, Instant now) {
    return wanted.stream()
        .map(each ->
            fold.changed(each.order().reference())
                .filter(row -> each.claims())
                .filter(AuthorizationRow::mustSend)
                .filter(row -> leases.mayCall(row.vendor()))
                .map(row -> leases.claim(row, begun, now)))
        .toList();
  }

  private static List<Written> written(List<Decided> decided, List<Optional<Claimed>> claimed) {
    return IntStream.range(0, decided.size())
        .mapToObj(i -> new Written(decided.get(i), claimed.get(i)))
        .toList();
  }

  private Uni<Void> write(Transaction transaction, Fold fold) {
    return authorizations
        .update(transaction, fold.changed())
        .chain(() -> transaction.publish(fold.events()));
  }
}
