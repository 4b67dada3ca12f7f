package dev.holdfast.settlement;

import dev.holdfast.delivery.Fault;
import dev.holdfast.delivery.Transaction;
import dev.holdfast.delivery.Transactions;
import dev.holdfast.delivery.UnderWay;
import dev.holdfast.settlement.core.Command;
import dev.holdfast.settlement.core.Deadline;
import dev.holdfast.settlement.core.payment.Reference;
import dev.holdfast.settlement.due.DueDeadlines;
import dev.holdfast.settlement.postgres.DeadlineTable;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** Acts for settlements whose time has come; many in one transaction, each by one instance. */
@ApplicationScoped
class MeetDeadlines {
  private static final Logger LOG = Logger.getLogger(MeetDeadlines.class);
  private static final int MOST_TOLD_OF = 10_000;

  private final Transactions transactions;
  private final DeadlineTable deadlines;
  private final DueDeadlines dueDeadlines;
  private final SettlePayments settlePayments;
  private final UnderWay underWay;

  /** Each is told of once: it fails again every ten minutes, until somebody has mended it. */
  private final Set<Reference> toldOf = ConcurrentHashMap.newKeySet();

  private volatile boolean stopping;

  MeetDeadlines(
      Transactions transactions,
      DeadlineTable deadlines,
      DueDeadlines dueDeadlines,
      SettlePayments settlePayments,
      UnderWay underWay) {
    this.transactions = transactions;
    this.deadlines = deadlines;
    this.dueDeadlines = dueDeadlines;
    this.settlePayments = settlePayments;
    this.underWay = underWay;
  }

  /** What is due stays due: the next look finds it. */
  @Scheduled(
      every = "${holdfast.settlement.sweep:1s}",
      concurrentExecution = ConcurrentExecution.SKIP)
  Uni<Void> onTimer() {
    return stopping
        ? Uni.createFrom().voidItem()
        : underWay
            .watch("deadlines", this::sweep)
            .onFailure()
            .invoke(failure -> LOG.warnf("Deadlines cannot be looked for: %s", failure))
            .onFailure()
            .recoverWithNull();
  }

  /** Nothing more is begun; what is due stays due for another instance, or the next start. */
  void atStop(@Observes ShutdownDelayInitiatedEvent stop) {
    stopping = true;
  }

  private Uni<Void> sweep() {
    return dueDeadlines
        .find()
        .chain(until -> until.isEmpty() ? Uni.createFrom().voidItem() : meet(until));
  }

  private Uni<Void> meet(Map<Deadline, Instant> until) {
    return transactions
        .run(transaction -> deadlines.lock(transaction, until).chain(due -> meet(transaction, due)))
        .onFailure(failure -> Fault.of(failure) == Fault.CONTENT)
        .recoverWithUni(failure -> oneByOne(until));
  }

  /** One of them is to blame: each goes alone, so that none but that one waits. */
  private Uni<Void> oneByOne(Map<Deadline, Instant> until) {
    return transactions
        .run(transaction -> deadlines.lock(transaction, until))
        .onItem()
        .transformToMulti(Multi.createFrom()::iterable)
        .onItem()
        .transformToUniAndConcatenate(reference -> alone(until, reference))
        .onItem()
        .ignoreAsUni();
  }

  private Uni<Void> alone(Map<Deadline, Instant> until, Reference reference) {
    return transactions
        .run(transaction ->
            deadlines.lock(transaction, until, reference).chain(due -> meet(transaction, due)))
        .onFailure(failure -> Fault.of(failure) == Fault.CONTENT)
        .recoverWithUni(failure -> putOff(reference, failure));
  }

  private Uni<Void> putOff(Reference reference, Throwable failure) {
    if (toldOf.size() < MOST_TOLD_OF && toldOf.add(reference)) {
      LOG.errorf(
          failure,
          "The deadline of settlement %s cannot be met: %s. It is tried every 10 minutes; see"
              + " GET /settlements/%s, and update this service",
          reference.text(),
          failure.getMessage(),
          reference.text());
    }
    return transactions.run(transaction -> deadlines.putOff(transaction, reference));
  }

  private Uni<Void> meet(Transaction transaction, List<Reference> due) {
    List<Command> commands = due.stream().<Command>map(Command.Overdue::new).toList();
    return commands.isEmpty()
        ? Uni.createFrom().voidItem()
        : settlePayments.apply(transaction, commands);
  }
}
