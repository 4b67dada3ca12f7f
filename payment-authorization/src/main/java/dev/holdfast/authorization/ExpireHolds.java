package dev.holdfast.authorization;

import dev.holdfast.authorization.core.Command.Lapse;
import dev.holdfast.authorization.core.Work;
import dev.holdfast.authorization.postgres.Authorizations;
import dev.holdfast.delivery.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Says of holds that they near their end, and lets them lapse; many in one transaction. */
@ApplicationScoped
class ExpireHolds {
  private static final int BATCH = 500;

  private final Authorizations authorizations;
  private final Transactions transactions;
  private final Decide decide;
  private final Settings settings;
  private final Clock clock;

  ExpireHolds(
      Authorizations authorizations,
      Transactions transactions,
      Decide decide,
      Settings settings,
      Clock clock) {
    this.authorizations = authorizations;
    this.transactions = transactions;
    this.decide = decide;
    this.settings = settings;
    this.clock = clock;
  }

  Uni<Void> due() {
    return transactions.run(transaction ->
        authorizations
            .lockDue(transaction, Work.LAPSE, clock.instant(), BATCH)
            .chain(rows -> {
              var lapse = new Lapse(settings.expiryNotice());
              var orders = rows.stream().map(row -> new Order(row.reference(), lapse)).toList();
              return decide.write(transaction, rows, orders).replaceWithVoid();
            }));
  }
}
