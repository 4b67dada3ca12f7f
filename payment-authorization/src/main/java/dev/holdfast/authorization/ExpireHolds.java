package dev.holdfast.authorization;

import dev.holdfast.authorization.core.Command.Lapse;
import dev.holdfast.delivery.Transactions;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Says of holds that they near their end, and lets them lapse; many in one transaction. */
@ApplicationScoped
class ExpireHolds {
  private static final int BATCH = 500;

  private final FindDue findDue;
  private final Transactions transactions;
  private final Decide decide;
  private final Settings settings;
  private final Sweep sweep;

  ExpireHolds(
      FindDue findDue, Transactions transactions, Decide decide, Settings settings, Sweep sweep) {
    this.findDue = findDue;
    this.transactions = transactions;
    this.decide = decide;
    this.settings = settings;
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
        findDue
            .lapsing(transaction, BATCH)
            .chain(rows -> {
              var lapse = new Lapse(settings.expiryNotice());
              var orders = rows.stream().map(row -> new Order(row.reference(), lapse)).toList();
              return orders.isEmpty()
                  ? Uni.createFrom().voidItem()
                  : decide.write(transaction, rows, orders).replaceWithVoid();
            }));
  }
}
