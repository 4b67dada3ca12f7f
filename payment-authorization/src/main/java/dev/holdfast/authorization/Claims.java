package dev.holdfast.authorization;

import dev.holdfast.authorization.core.Work;
import dev.holdfast.authorization.postgres.AuthorizationRow;
import dev.holdfast.authorization.postgres.Authorizations;
import dev.holdfast.authorization.postgres.DueRows;
import dev.holdfast.delivery.Transaction;
import dev.holdfast.delivery.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Takes due work for this instance: committed before it is begun, so that two never do the same.
 */
@ApplicationScoped
class Claims {
  private static final Logger LOG = Logger.getLogger(Claims.class);

  private final FindDue findDue;
  private final DueRows dueRows;
  private final Authorizations authorizations;
  private final Transactions transactions;
  private final Leases leases;

  Claims(
      FindDue findDue,
      DueRows dueRows,
      Authorizations authorizations,
      Transactions transactions,
      Leases leases) {
    this.findDue = findDue;
    this.dueRows = dueRows;
    this.authorizations = authorizations;
    this.transactions = transactions;
    this.leases = leases;
  }

  /** Takes calls that are due at this vendor and nobody is at, so many at most. */
  Uni<List<Claimed>> calls(String vendor, int limit) {
    return take(transaction -> findDue.calls(transaction, vendor, limit));
  }

  /** Takes terminals that read a card and nobody is at, so many at most. */
  Uni<List<Claimed>> cards(int limit) {
    return take(transaction -> findDue.cards(transaction, limit));
  }

  private Uni<List<Claimed>> take(Function<Transaction, Uni<List<AuthorizationRow>>> find) {
    return transactions.run(transaction -> {
      var begun = leases.begin();
      return find.apply(transaction)
          .chain(rows ->
              rows.isEmpty()
                  ? Uni.createFrom().item(List.of())
                  : authorizations
                      .now(transaction)
                      .chain(now -> claim(transaction, rows, begun, now)));
    });
  }

  private Uni<List<Claimed>> claim(
      Transaction transaction, List<AuthorizationRow> rows, Instant begun, Instant now) {
    rows.forEach(Claims::tellIfRunOut);
    var claimed = rows.stream().map(row -> leases.claim(row, begun, now)).toList();
    return authorizations.update(transaction, rows).replaceWith(claimed);
  }

  /** A claim that nobody ended or gave back: that instance was killed, or was long held up. */
  private static void tellIfRunOut(AuthorizationRow row) {
    row.claimedBy()
        .ifPresent(instance -> LOG.warnf("%s: the claim of %s ran out", row.reference(), instance));
  }

  /**
   * Keeps the claim on a terminal that waits for its card.
   *
   * @return how long the driver may still take; empty if nobody waits any more
   */
  Uni<Optional<Duration>> keep(UUID reference) {
    return transactions.run(transaction ->
        dueRows.renew(transaction, reference, leases.instance(), leases.length(Work.READ_CARD)));
  }

  /** Gives the claim back; whoever looks for due work after that pause goes on. */
  Uni<Void> giveBack(UUID reference, Duration pause) {
    return transactions.run(
        transaction -> dueRows.giveBack(transaction, reference, leases.instance(), pause));
  }
}
