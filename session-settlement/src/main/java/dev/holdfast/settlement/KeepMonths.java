package dev.holdfast.settlement;

import dev.holdfast.delivery.Transactions;
import dev.holdfast.settlement.postgres.MonthTable;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jboss.logging.Logger;

/** Keeps partitions of the journal ready for the months to come. */
@ApplicationScoped
class KeepMonths {
  private static final Logger LOG = Logger.getLogger(KeepMonths.class);

  /** A service that cannot make one for half a year still books: only not in a partition. */
  private static final int AHEAD = 12;

  private final Transactions transactions;
  private final MonthTable months;
  private final Clock clock;

  KeepMonths(Transactions transactions, MonthTable months, Clock clock) {
    this.transactions = transactions;
    this.months = months;
    this.clock = clock;
  }

  @Scheduled(every = "6h", delayed = "2m", concurrentExecution = ConcurrentExecution.SKIP)
  Uni<Void> onTimer() {
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return transactions
        .run(transaction -> months.keep(transaction, today, AHEAD))
        .onFailure()
        .invoke(failure ->
            LOG.warnf("Partitions of the journal cannot be made; it is tried again: %s", failure))
        .onFailure()
        .recoverWithItem(0)
        .replaceWithVoid();
  }
}
