package dev.holdfast.settlement;

import dev.holdfast.delivery.Transaction;
import dev.holdfast.delivery.Transactions;
import dev.holdfast.settlement.TellProgress.Subject;
import dev.holdfast.settlement.core.report.FileLine;
import dev.holdfast.settlement.core.report.Progress.Step;
import dev.holdfast.settlement.core.report.ReportHeading;
import dev.holdfast.settlement.core.report.ReportState;
import dev.holdfast.settlement.postgres.ReportLineTable;
import dev.holdfast.settlement.postgres.ReportTable;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Holds a gateway's report against what moved here, and books nothing. */
@ApplicationScoped
public class JudgeReport {
  private static final int CHUNK = 1_000;

  private final Transactions transactions;
  private final ReportTable reports;
  private final ReportLineTable lines;
  private final JudgeLines judgeLines;
  private final TellProgress progress;

  JudgeReport(
      Transactions transactions,
      ReportTable reports,
      ReportLineTable lines,
      JudgeLines judgeLines,
      TellProgress progress) {
    this.transactions = transactions;
    this.reports = reports;
    this.lines = lines;
    this.judgeLines = judgeLines;
    this.progress = progress;
  }

  /** A file, which each try reads from its beginning. */
  public interface Source {
    /** Its last line. */
    int lastLine();

    Uni<Lines> open();
  }

  /** The lines of an open file, some at a time. */
  public interface Lines extends AutoCloseable {
    /** The next ones, at most so many; none at the end. */
    Uni<List<FileLine>> next(int most);

    @Override
    void close();
  }

  /**
   * Keeps and judges a report; one that was read before changes nothing. False where another of the
   * gateway is being read just now. Where it is cut off, nothing but the heading is kept, and the
   * file is read when it comes again.
   */
  public Uni<Boolean> read(ReportHeading report, Source file) {
    return transactions.run(transaction ->
        reports
            .lockReading(transaction, report.gateway())
            .call(isFree -> isFree ? readOnce(transaction, report, file) : nothing()));
  }

  private Uni<Void> readOnce(Transaction transaction, ReportHeading report, Source file) {
    return progress
        .begin(report, file.lastLine())
        .chain(() -> reports.find(transaction, report.id()))
        .chain(found ->
            found.orElseThrow().state() == ReportState.READING
                ? readAll(transaction, report, file)
                : nothing());
  }

  private Uni<Void> readAll(Transaction transaction, ReportHeading report, Source file) {
    var subject = new Subject(report.id(), file.lastLine());
    return file.open()
        .chain(open -> write(transaction, report, subject, open).eventually(open::close))
        .chain(() -> reports.cover(transaction, report.id()))
        .chain(() -> judgeLines.judge(transaction, subject, report.gateway()))
        .chain(() -> reports.judged(transaction, report.id()));
  }

  private static Uni<Void> nothing() {
    return Uni.createFrom().voidItem();
  }

  /** A file may be as large as memory is not: no more of it is there than what is written. */
  private Uni<Void> write(
      Transaction transaction, ReportHeading report, Subject subject, Lines file) {
    return Multi.createBy()
        .repeating()
        .uni(() ->
            file.next(CHUNK)
                .call(chunk ->
                    chunk.isEmpty()
                        ? nothing()
                        : lines
                            .write(transaction, report, chunk)
                            .chain(
                                () -> progress.tell(subject, Step.READING, chunk.getLast().line())))
                .map(List::size))
        .whilst(count -> count > 0)
        .collect()
        .last()
        .replaceWithVoid();
  }
}
