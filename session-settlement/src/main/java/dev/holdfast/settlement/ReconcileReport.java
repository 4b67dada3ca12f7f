package dev.holdfast.settlement;

import dev.holdfast.delivery.Transaction;
import dev.holdfast.delivery.Transactions;
import dev.holdfast.settlement.core.journal.JournalEntry;
import dev.holdfast.settlement.core.report.FileLine;
import dev.holdfast.settlement.core.report.Reconciliation;
import dev.holdfast.settlement.core.report.Reconciliation.Reconciled;
import dev.holdfast.settlement.core.report.ReportHeading;
import dev.holdfast.settlement.core.report.ReportLine;
import dev.holdfast.settlement.kafka.publish.JournalRecord;
import dev.holdfast.settlement.postgres.JournalTable;
import dev.holdfast.settlement.postgres.MovementPages;
import dev.holdfast.settlement.postgres.ReportTable;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Holds a gateway's report against what moved here, and books what it kept and paid out: all of it
 * in one transaction, one report at a time.
 */
@ApplicationScoped
public class ReconcileReport {
  private static final int CHUNK = 1_000;

  private final Transactions transactions;
  private final ReportTable reports;
  private final MovementPages movements;
  private final JournalTable journal;

  ReconcileReport(
      Transactions transactions,
      ReportTable reports,
      MovementPages movements,
      JournalTable journal) {
    this.transactions = transactions;
    this.reports = reports;
    this.movements = movements;
    this.journal = journal;
  }

  /**
   * Reconciles a report; one that was read before changes nothing. False where another is being
   * read just now.
   */
  public Uni<Boolean> reconcile(
      ReportHeading heading, @Nullable String vendor, List<FileLine> lines) {
    return transactions.run(transaction ->
        reports
            .lock(transaction)
            .call(isFree ->
                isFree ? importOnce(new Import(transaction, heading, vendor), lines) : nothing()));
  }

  private Uni<Void> importOnce(Import report, List<FileLine> lines) {
    return reports
        .isKnown(report.transaction, report.heading.id())
        .chain(isKnown -> isKnown ? nothing() : report.read(lines));
  }

  private static Uni<Void> nothing() {
    return Uni.createFrom().voidItem();
  }

  /** One report, and how far it is read. */
  private final class Import {
    private final Transaction transaction;
    private final ReportHeading heading;
    private final @Nullable String vendor;
    private final Reconciliation reconciliation = new Reconciliation();
    private int written;

    private Import(Transaction transaction, ReportHeading heading, @Nullable String vendor) {
      this.transaction = transaction;
      this.heading = heading;
      this.vendor = vendor;
    }

    private Uni<Void> read(List<FileLine> lines) {
      return reports
          .write(transaction, heading)
          .chain(() -> inChunks(lines))
          .chain(() -> write(reconciliation.payouts()))
          .chain(() -> movements.unnamed(transaction, vendor, Reconciliation.covered(lines)))
          .chain(unnamed -> write(unnamed.stream().map(Reconciled::missingThere).toList()));
    }

    private Uni<Void> inChunks(List<FileLine> lines) {
      return Multi.createFrom()
          .iterable(lines)
          .group()
          .intoLists()
          .of(CHUNK)
          .onItem()
          .transformToUniAndConcatenate(this::judge)
          .collect()
          .last()
          .replaceWithVoid();
    }

    private Uni<Boolean> judge(List<FileLine> chunk) {
      List<String> names = said(chunk).flatMap(said -> said.names().stream()).toList();
      return movements
          .named(transaction, vendor, names)
          .chain(known ->
              reports
                  .matched(transaction, known)
                  .map(before -> reconciliation.judge(chunk, known, before)))
          .call(judged -> book(judged))
          .chain(this::write)
          .replaceWith(true);
    }

    private Uni<Void> book(List<Reconciled> judged) {
      List<JournalEntry> entries = judged.stream().flatMap(one -> one.entries().stream()).toList();
      return journal
          .appendNew(transaction, entries, heading.importedAt())
          .chain(
              booked -> transaction.publish(booked.stream().map(JournalRecord::posted).toList()));
    }

    private Uni<Void> write(List<Reconciled> judged) {
      int position = written;
      written += judged.size();
      return reports.write(transaction, heading.id(), position, judged);
    }
  }

  private static Stream<ReportLine> said(List<FileLine> lines) {
    return lines.stream()
        .map(read -> read instanceof FileLine.Parsed told ? told.said() : null)
        .filter(Objects::nonNull);
  }
}
