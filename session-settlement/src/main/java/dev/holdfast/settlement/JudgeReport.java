package dev.holdfast.settlement;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.holdfast.delivery.Transaction;
import dev.holdfast.delivery.Transactions;
import dev.holdfast.settlement.core.report.FileLine;
import dev.holdfast.settlement.core.report.Reconciliation;
import dev.holdfast.settlement.core.report.ReportHeading;
import dev.holdfast.settlement.postgres.ReportLinePages;
import dev.holdfast.settlement.postgres.ReportLinePages.Part;
import dev.holdfast.settlement.postgres.ReportLineTable;
import dev.holdfast.settlement.postgres.ReportTable;
import dev.holdfast.settlement.postgres.VerdictTable;
import dev.holdfast.settlement.postgres.VerdictTable.Judged;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;

/** Holds a gateway's report against what moved here, and books nothing. */
@ApplicationScoped
public class JudgeReport {
  private static final int CHUNK = 1_000;

  private final Transactions transactions;
  private final ReportTable reports;
  private final ReportLineTable lines;
  private final VerdictTable verdicts;
  private final ReportLinePages stored;

  JudgeReport(
      Transactions transactions,
      ReportTable reports,
      ReportLineTable lines,
      VerdictTable verdicts,
      ReportLinePages stored) {
    this.transactions = transactions;
    this.reports = reports;
    this.lines = lines;
    this.verdicts = verdicts;
    this.stored = stored;
  }

  /**
   * Keeps and judges a report; one that was read before changes nothing. False where another of the
   * gateway is being read just now.
   */
  public Uni<Boolean> read(ReportHeading report, List<FileLine> file) {
    return transactions.run(transaction ->
        reports
            .lockReading(transaction, report.gateway())
            .call(isFree -> isFree ? readOnce(transaction, report, file) : nothing()));
  }

  private Uni<Void> readOnce(Transaction transaction, ReportHeading report, List<FileLine> file) {
    return reports
        .find(transaction, report.id())
        .chain(found ->
            found.isPresent()
                ? nothing()
                : reports
                    .write(transaction, report)
                    .chain(() -> write(transaction, report, file))
                    .chain(() -> judge(transaction, report.id(), report.gateway()))
                    .replaceWithVoid());
  }

  private static Uni<Void> nothing() {
    return Uni.createFrom().voidItem();
  }

  private Uni<Void> write(Transaction transaction, ReportHeading report, List<FileLine> file) {
    return Multi.createFrom()
        .iterable(file)
        .group()
        .intoLists()
        .of(CHUNK)
        .onItem()
        .transformToUniAndConcatenate(
            chunk -> lines.write(transaction, report, chunk).replaceWith(true))
        .collect()
        .last()
        .replaceWithVoid();
  }

  /** Judges all lines by what is known now, and tells of how many that changes anything. */
  Uni<Integer> judge(Transaction transaction, UUID report, String gateway) {
    return verdicts
        .link(transaction, report, ReportHeading.vendor(gateway))
        .chain(() -> verdicts.retell(transaction, report))
        .chain(() ->
            stored.each(
                transaction,
                report,
                false,
                page ->
                    verdicts.write(transaction, report, page.stream().map(Judged::of).toList())))
        .chain(changed ->
            stored
                .payouts(transaction, report)
                .chain(parts -> verdicts.write(transaction, report, payouts(parts)))
                .map(more -> changed + more));
  }

  private static List<Judged> payouts(List<Part> parts) {
    return parts.stream()
        .collect(groupingBy(part -> part.line().number(), LinkedHashMap::new, toList()))
        .values()
        .stream()
        .map(JudgeReport::payout)
        .toList();
  }

  private static Judged payout(List<Part> parts) {
    Part first = parts.getFirst();
    Money inTransit = Money.total(parts.stream().map(Part::amount).toList());
    return new Judged(
        first.line().number(),
        Reconciliation.judgePayout(first.line().said(), inTransit, first.isBanked()));
  }
}
