package dev.holdfast.terminal;

import dev.holdfast.delivery.Transactions;
import dev.holdfast.delivery.UnderWay;
import dev.holdfast.terminal.postgres.PaymentTable;
import dev.holdfast.terminal.postgres.PaymentTable.Retention;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Deletes payments that are too old to tell anything of their terminal. */
@ApplicationScoped
class ForgetPayments {
  private final PaymentTable payments;
  private final Transactions transactions;
  private final Clock clock;
  private final Retention retention;
  private final UnderWay underWay;

  ForgetPayments(
      PaymentTable payments,
      Transactions transactions,
      Clock clock,
      Retention retention,
      UnderWay underWay) {
    this.payments = payments;
    this.transactions = transactions;
    this.clock = clock;
    this.retention = retention;
    this.underWay = underWay;
  }

  /** Goes on, a small transaction after the other, as long as there are more. */
  @Scheduled(
      every = "${holdfast.payments.sweep-every:1m}",
      delayed = "5s",
      concurrentExecution = ConcurrentExecution.SKIP,
      skipExecutionIf = ApplicationNotRunning.class)
  Uni<Void> old() {
    return forgetBatch()
        .repeat()
        .whilst(forgotten -> forgotten == retention.sweepBatch())
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Integer> forgetBatch() {
    return underWay.watch(
        "forgetting of old payments",
        () -> transactions.run(transaction -> payments.forget(transaction, clock.instant())));
  }
}
