package dev.holdfast.authorization.due;

import static java.util.stream.Collectors.groupingBy;

import dev.holdfast.authorization.core.Work;
import dev.holdfast.authorization.postgres.AuthorizationRow;
import dev.holdfast.authorization.postgres.AuthorizationTable;
import dev.holdfast.authorization.postgres.DueTable;
import dev.holdfast.delivery.Transaction;
import dev.holdfast.delivery.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Takes due work for this instance: committed before it is begun, so that two never do the same.
 */
@ApplicationScoped
public class Claims {
  private static final Logger LOG = Logger.getLogger(Claims.class);

  private final DueWork dueWork;
  private final DueTable dueTable;
  private final AuthorizationTable authorizations;
  private final Transactions transactions;
  private final Leases leases;

  Claims(
      DueWork dueWork,
      DueTable dueTable,
      AuthorizationTable authorizations,
      Transactions transactions,
      Leases leases) {
    this.dueWork = dueWork;
    this.dueTable = dueTable;
    this.authorizations = authorizations;
    this.transactions = transactions;
    this.leases = leases;
  }

  /** Takes calls that are due and nobody is at, so many at most at each vendor. */
  Uni<Map<String, List<Claim>>> calls(Map<String, Integer> limits) {
    return take(transaction -> dueWork.calls(transaction, limits))
        .map(claimed ->
            claimed.stream().collect(groupingBy(claim -> claim.state().tap().reader().vendor())));
  }

  /** Takes terminals that read a card and nobody is at, so many at most. */
  Uni<List<Claim>> cards(int limit) {
    return take(transaction -> dueWork.cards(transaction, limit));
  }

  private Uni<List<Claim>> take(Function<Transaction, Uni<List<AuthorizationRow>>> find) {
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

  private Uni<List<Claim>> claim(
      Transaction transaction, List<AuthorizationRow> rows, Instant begun, Instant now) {
    rows.forEach(Claims::warnIfRunOut);
    var claimed = rows.stream().map(row -> leases.claim(row, begun, now)).toList();
    return authorizations.update(transaction, rows).replaceWith(claimed);
  }

  /** A claim that nobody ended or gave back: that instance was killed, or was long held up. */
  private static void warnIfRunOut(AuthorizationRow row) {
    row.claimedBy()
        .ifPresent(instance -> LOG.warnf("%s: the claim of %s ran out", row.reference(), instance));
  }

  /**
   * Keeps the claim on a terminal that waits for its card.
   *
   * @return how long the driver may still take; empty if nobody waits any more
   */
  public Uni<Optional<Duration>> keep(UUID reference) {
    return transactions.run(transaction ->
        dueTable.renew(transaction, reference, leases.instance(), leases.length(Work.READ_CARD)));
  }

  /** Gives the claim back; whoever looks for due work after that pause goes on. */
  public Uni<Void> giveBack(UUID reference, Duration pause) {
    return transactions.run(
        transaction -> dueTable.giveBack(transaction, reference, leases.instance(), pause));
  }
}
