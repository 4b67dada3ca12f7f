package dev.holdfast.settlement;

import dev.holdfast.delivery.OnContext;
import dev.holdfast.delivery.Transaction;
import dev.holdfast.delivery.Transactions;
import dev.holdfast.settlement.core.report.Progress;
import dev.holdfast.settlement.core.report.Progress.Step;
import dev.holdfast.settlement.core.report.ReportHeading;
import dev.holdfast.settlement.postgres.ReportProgressTable;
import dev.holdfast.settlement.postgres.ReportTable;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** Tells how far a report is, beside the transaction that reads or books it. */
@ApplicationScoped
class TellProgress {
  private static final Logger LOG = Logger.getLogger(TellProgress.class);

  private final Vertx vertx;
  private final Transactions transactions;
  private final ReportTable reports;
  private final ReportProgressTable table;
  private final Clock clock;

  TellProgress(
      Vertx vertx,
      Transactions transactions,
      ReportTable reports,
      ReportProgressTable table,
      Clock clock) {
    this.vertx = vertx;
    this.transactions = transactions;
    this.reports = reports;
    this.table = table;
    this.clock = clock;
  }

  /** Which report, and the last line of its file. */
  record Subject(UUID report, int lastLine) {}

  /** A report is being read. */
  Uni<Void> begin(ReportHeading report, int lastLine) {
    return beside(transaction -> reports.write(transaction, report, lastLine));
  }

  /** Nothing depends on it: where it cannot be told, the work goes on. */
  Uni<Void> tell(Subject subject, Step step, int done) {
    var progress = new Progress(step.name(), done, subject.lastLine, clock.instant());
    return beside(transaction -> table.write(transaction, subject.report, progress))
        .onFailure()
        .invoke(failure -> LOG.debug("Progress is not told", failure))
        .onFailure()
        .recoverWithNull();
  }

  private Uni<Void> beside(Function<Transaction, Uni<Void>> work) {
    return OnContext.back(OnContext.apart(vertx, () -> transactions.run(work)));
  }
}
