package dev.holdfast.settlement;

import dev.holdfast.delivery.Transaction;
import dev.holdfast.delivery.Transactions;
import dev.holdfast.settlement.TellProgress.Subject;
import dev.holdfast.settlement.core.payment.Resolution.Word;
import dev.holdfast.settlement.core.report.LineRange;
import dev.holdfast.settlement.core.report.ReportState;
import dev.holdfast.settlement.postgres.ReportTable;
import dev.holdfast.settlement.postgres.ReportTable.Standing;
import dev.holdfast.settlement.postgres.VerdictTable;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Lets a person book a report that was judged, and book it back: one at a time of those that may
 * tell of the same.
 */
@ApplicationScoped
public class BookReport {
  private final Transactions transactions;
  private final ReportTable reports;
  private final VerdictTable verdicts;
  private final JudgeLines judgeLines;
  private final PostReport postReport;

  BookReport(
      Transactions transactions,
      ReportTable reports,
      VerdictTable verdicts,
      JudgeLines judgeLines,
      PostReport postReport) {
    this.transactions = transactions;
    this.reports = reports;
    this.verdicts = verdicts;
    this.judgeLines = judgeLines;
    this.postReport = postReport;
  }

  /** What came of it. */
  public sealed interface Answer {
    /** It is booked, or booked back. */
    record Done() implements Answer {}

    /** There is no such report. */
    record Unknown() implements Answer {}

    /** Another report is being booked. */
    record Busy() implements Answer {}

    /** It was decided on another version than the newest, or on none. */
    record Stale() implements Answer {}

    /** The report stands where that cannot be done. */
    record Impossible(ReportState state) implements Answer {}

    /** One of its lines cannot be booked. */
    record Hindered(PostReport.Obstacle obstacle) implements Answer {}

    /** Another report was booked since, and builds on this one. */
    record BuiltUpon(UUID report) implements Answer {}
  }

  /** What a person decides on: null where nobody said which version. */
  public record Decision(UUID report, @Nullable Long version, Word word) {}

  /**
   * Books what no line has booked before. It is judged once more, and where that makes a difference
   * the person decides again.
   *
   * @param cpoId whose the lines are that belong to no payment; null where nobody said
   */
  public Uni<Answer> book(Decision decision, @Nullable String cpoId) {
    return locked(
        decision,
        found ->
            switch (found.standing.state()) {
              case READING, BOOKED -> impossible(found);
              case JUDGED, BOOKED_BACK -> judge(found, cpoId);
            });
  }

  private Uni<Answer> judge(Found found, @Nullable String cpoId) {
    return judgeLines
        .judge(found.transaction, found.subject(), found.standing.gateway())
        .chain(changed ->
            changed == 0
                ? post(found, cpoId)
                : reports
                    .renew(found.transaction, found.decision.report())
                    .replaceWith(new Answer.Stale()));
  }

  private Uni<Answer> post(Found found, @Nullable String cpoId) {
    UUID report = found.decision.report();
    Word word = found.decision.word();
    var place = new PostReport.Place(found.subject(), found.standing.bookings() + 1, word.at());
    return postReport
        .obstacle(found.transaction, report, cpoId)
        .chain(obstacle ->
            obstacle.isPresent()
                ? answer(new Answer.Hindered(obstacle.get()))
                : postReport
                    .post(found.transaction, place)
                    .chain(() -> mark(found, true))
                    .chain(() -> act(found, ReportState.BOOKED)));
  }

  /** Books all of it back, and judges it as if it had never been booked. */
  public Uni<Answer> bookBack(Decision decision) {
    return locked(
        decision,
        found ->
            found.standing.state() != ReportState.BOOKED
                ? impossible(found)
                : verdicts
                    .builtUpon(found.transaction, decision.report())
                    .chain(later ->
                        later.isPresent()
                            ? answer(new Answer.BuiltUpon(later.get()))
                            : bookBack(found)));
  }

  private Uni<Answer> bookBack(Found found) {
    var place =
        new PostReport.Place(
            found.subject(), found.standing.bookings(), found.decision.word().at());
    return postReport
        .reverse(found.transaction, place)
        .chain(() -> mark(found, false))
        .chain(() -> judgeLines.judge(found.transaction, found.subject(), found.standing.gateway()))
        .chain(() -> act(found, ReportState.BOOKED_BACK));
  }

  private Uni<Void> mark(Found found, boolean isBooked) {
    Subject subject = found.subject();
    return Multi.createFrom()
        .iterable(LineRange.of(subject.lastLine()))
        .onItem()
        .call(range -> verdicts.book(found.transaction, subject.report(), range, isBooked))
        .collect()
        .last()
        .replaceWithVoid();
  }

  /** What a decision meets, under the lock. */
  private record Found(Transaction transaction, Decision decision, Standing standing) {
    private Subject subject() {
      return new Subject(decision.report(), standing.lastLine());
    }
  }

  private Uni<Answer> locked(Decision decision, Function<Found, Uni<Answer>> then) {
    return transactions.run(transaction ->
        reports
            .find(transaction, decision.report())
            .chain(found ->
                found.isPresent()
                    ? reports
                        .lockBooking(transaction, found.get().gateway())
                        .chain(isFree ->
                            isFree
                                ? decide(transaction, decision, then)
                                : answer(new Answer.Busy()))
                    : answer(new Answer.Unknown())));
  }

  /** As it stands now that nobody else changes it. */
  private Uni<Answer> decide(
      Transaction transaction, Decision decision, Function<Found, Uni<Answer>> then) {
    return reports
        .find(transaction, decision.report())
        .map(Optional::orElseThrow)
        .chain(standing ->
            Objects.equals(decision.version(), standing.version())
                ? then.apply(new Found(transaction, decision, standing))
                    .call(() -> reports.end(transaction, decision.report()))
                : answer(new Answer.Stale()));
  }

  private static Uni<Answer> answer(Answer answer) {
    return Uni.createFrom().item(answer);
  }

  private static Uni<Answer> impossible(Found found) {
    return answer(new Answer.Impossible(found.standing.state()));
  }

  private Uni<Answer> act(Found found, ReportState state) {
    return reports
        .act(
            found.transaction,
            found.decision.report(),
            found.standing.version(),
            state,
            found.decision.word())
        .replaceWith(new Answer.Done());
  }
}
