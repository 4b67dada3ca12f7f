package dev.holdfast.settlement.act;

import dev.holdfast.delivery.Transaction;
import dev.holdfast.delivery.Transactions;
import dev.holdfast.settlement.core.Command;
import dev.holdfast.settlement.core.Deadline;
import dev.holdfast.settlement.kafka.SettleAndSay;
import dev.holdfast.settlement.postgres.SettlementTable;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/** Acts for settlements whose time has come; many in one transaction, each by one instance. */
@ApplicationScoped
class MeetDeadlines {
  private static final Logger LOG = Logger.getLogger(MeetDeadlines.class);

  private final Transactions transactions;
  private final SettlementTable settlements;
  private final SettleAndSay settleAndSay;

  MeetDeadlines(Transactions transactions, SettlementTable settlements, SettleAndSay settleAndSay) {
    this.transactions = transactions;
    this.settlements = settlements;
    this.settleAndSay = settleAndSay;
  }

  @Produces
  @Singleton
  static Deadline.Patience patience(Settings settings) {
    return new Deadline.Patience(
        settings.waitForHold(), settings.waitForStart(), settings.releaseBeforeExpiry());
  }

  /**
   * What is due stays due: the next look finds it. The first look waits, so that a service that was
   * away hears first of the sessions that closed meanwhile.
   */
  @Scheduled(
      every = "${holdfast.settlement.sweep:1s}",
      delayed = "${holdfast.settlement.listen-first:30s}",
      concurrentExecution = ConcurrentExecution.SKIP)
  Uni<Void> onTimer() {
    return transactions
        .run(this::meet)
        .onFailure()
        .invoke(failure -> LOG.warnf("Deadlines cannot be looked for: %s", failure))
        .onFailure()
        .recoverWithNull();
  }

  private Uni<Void> meet(Transaction transaction) {
    return settlements
        .lockDue(transaction, Instant.now())
        .map(due -> due.stream().<Command>map(Command.Overdue::new).toList())
        .chain(commands -> act(transaction, commands));
  }

  private Uni<Void> act(Transaction transaction, List<Command> commands) {
    return commands.isEmpty()
        ? Uni.createFrom().voidItem()
        : settleAndSay.act(transaction, commands);
  }
}
