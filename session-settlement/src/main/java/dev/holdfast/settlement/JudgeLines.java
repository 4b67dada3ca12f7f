package dev.holdfast.settlement;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.holdfast.delivery.Transaction;
import dev.holdfast.settlement.TellProgress.Subject;
import dev.holdfast.settlement.core.report.LineRange;
import dev.holdfast.settlement.core.report.Progress.Step;
import dev.holdfast.settlement.core.report.Reconciliation;
import dev.holdfast.settlement.core.report.ReportHeading;
import dev.holdfast.settlement.core.report.StoredLine;
import dev.holdfast.settlement.postgres.ReportLinePages;
import dev.holdfast.settlement.postgres.ReportLinePages.Part;
import dev.holdfast.settlement.postgres.ReportMatchTable;
import dev.holdfast.settlement.postgres.VerdictTable;
import dev.holdfast.settlement.postgres.VerdictTable.Judged;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;

/** Judges the lines of a report that is kept, as often as that is asked for. */
@ApplicationScoped
class JudgeLines {
  private final ReportMatchTable matches;
  private final VerdictTable verdicts;
  private final ReportLinePages stored;
  private final TellProgress progress;

  JudgeLines(
      ReportMatchTable matches,
      VerdictTable verdicts,
      ReportLinePages stored,
      TellProgress progress) {
    this.matches = matches;
    this.verdicts = verdicts;
    this.stored = stored;
    this.progress = progress;
  }

  /** Judges all lines by what is known now, and tells of how many that changes anything. */
  Uni<Integer> judge(Transaction transaction, Subject subject, String gateway) {
    UUID report = subject.report();
    return Multi.createFrom()
        .iterable(LineRange.of(subject.lastLine()))
        .onItem()
        .call(range -> match(transaction, subject, gateway, range))
        .collect()
        .last()
        .chain(() ->
            stored.each(transaction, report, false, page -> judge(transaction, subject, page)))
        .chain(changed ->
            stored
                .payouts(transaction, report)
                .chain(parts -> verdicts.write(transaction, report, payouts(parts)))
                .map(more -> changed + more))
        .call(() -> verdicts.count(transaction, report));
  }

  private Uni<Void> match(
      Transaction transaction, Subject subject, String gateway, LineRange range) {
    UUID report = subject.report();
    return matches
        .link(transaction, report, range, ReportHeading.vendor(gateway))
        .chain(() -> matches.retell(transaction, report, range))
        .chain(() -> progress.tell(subject, Step.MATCHING, range.upTo()));
  }

  private Uni<Integer> judge(Transaction transaction, Subject subject, List<StoredLine> page) {
    return verdicts
        .write(transaction, subject.report(), page.stream().map(Judged::of).toList())
        .call(() -> progress.tell(subject, Step.JUDGING, page.getLast().number()));
  }

  private static List<Judged> payouts(List<Part> parts) {
    return parts.stream()
        .collect(groupingBy(part -> part.line().number(), LinkedHashMap::new, toList()))
        .values()
        .stream()
        .map(JudgeLines::payout)
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
