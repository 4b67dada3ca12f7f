package dev.holdfast.authorization;

import dev.holdfast.authorization.Decide.Order;
import dev.holdfast.authorization.core.Command.Lapse;
import dev.holdfast.authorization.due.DueWork;
import dev.holdfast.authorization.due.Sweep;
import dev.holdfast.delivery.Transactions;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Says of holds that they near their end, lets them lapse, and frees the terminals of drivers who
 * have left; many in one transaction.
 */
@ApplicationScoped
class ExpireHolds {
  private static final int BATCH = 500;

  private final DueWork dueWork;
  private final Transactions transactions;
  private final Decide decide;
  private final Sweep sweep;

  ExpireHolds(DueWork dueWork, Transactions transactions, Decide decide, Sweep sweep) {
    this.dueWork = dueWork;
    this.transactions = transactions;
    this.decide = decide;
    this.sweep = sweep;
  }

  @Scheduled(
      every = "${holdfast.authorization.sweep:1s}",
      concurrentExecution = ConcurrentExecution.SKIP)
  Uni<Void> onTimer() {
    return sweep.of("holds", this::due);
  }

  private Uni<Void> due() {
    return transactions.run(transaction ->
        dueWork
            .lapsing(transaction, BATCH)
            .chain(rows -> {
              var orders =
                  rows.stream().map(row -> new Order(row.reference(), new Lapse())).toList();
              return orders.isEmpty()
                  ? Uni.createFrom().voidItem()
                  : decide.write(transaction, rows, orders).replaceWithVoid();
            }));
  }
}
