package dev.holdfast.authorization;

import dev.holdfast.authorization.core.Command.Lapse;
import dev.holdfast.authorization.core.Work;
import dev.holdfast.authorization.postgres.Authorizations;
import dev.holdfast.delivery.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Set;

/** Lets holds lapse whose time is over, many in one transaction. */
@ApplicationScoped
class ExpireHolds {
  private static final int BATCH = 500;

  private final Authorizations authorizations;
  private final Transactions transactions;
  private final Decide decide;
  private final Clock clock;

  ExpireHolds(
      Authorizations authorizations, Transactions transactions, Decide decide, Clock clock) {
    this.authorizations = authorizations;
    this.transactions = transactions;
    this.decide = decide;
    this.clock = clock;
  }

  Uni<Void> due() {
    return transactions.run(transaction ->
        authorizations
            .lockDue(transaction, Set.of(Work.LAPSE), clock.instant(), BATCH)
            .chain(rows -> {
              var lapses =
                  rows.stream().map(row -> new Order(row.reference(), new Lapse())).toList();
              return decide.write(transaction, rows, lapses).replaceWithVoid();
            }));
  }
}
