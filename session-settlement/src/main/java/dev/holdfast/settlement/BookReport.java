package dev.holdfast.settlement;

import dev.holdfast.delivery.Transaction;
import dev.holdfast.delivery.Transactions;
import dev.holdfast.settlement.core.payment.Resolution.Word;
import dev.holdfast.settlement.core.report.ReportState;
import dev.holdfast.settlement.postgres.ReportTable;
import dev.holdfast.settlement.postgres.ReportTable.Standing;
import dev.holdfast.settlement.postgres.VerdictTable;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Lets a person book a report that was judged, and book it back: one at a time. */
@ApplicationScoped
public class BookReport {
  private final Transactions transactions;
  private final ReportTable reports;
  private final VerdictTable verdicts;
  private final JudgeReport judgeReport;
  private final PostReport postReport;

  BookReport(
      Transactions transactions,
      ReportTable reports,
      VerdictTable verdicts,
      JudgeReport judgeReport,
      PostReport postReport) {
    this.transactions = transactions;
    this.reports = reports;
    this.verdicts = verdicts;
    this.judgeReport = judgeReport;
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
            found.standing.state() == ReportState.BOOKED ? impossible(found) : judge(found, cpoId));
  }

  private Uni<Answer> judge(Found found, @Nullable String cpoId) {
    UUID report = found.decision.report();
    return judgeReport
        .judge(found.transaction, report, found.standing.gateway())
        .chain(changed ->
            changed == 0
                ? post(found, cpoId)
                : reports.renew(found.transaction, report).replaceWith(new Answer.Stale()));
  }

  private Uni<Answer> post(Found found, @Nullable String cpoId) {
    UUID report = found.decision.report();
    Word word = found.decision.word();
    var place = new PostReport.Place(report, found.standing.bookings() + 1, word.at());
    return postReport
        .obstacle(found.transaction, report, cpoId)
        .chain(obstacle ->
            obstacle.isPresent()
                ? Uni.createFrom().item(new Answer.Hindered(obstacle.get()))
                : postReport
                    .post(found.transaction, place)
                    .chain(() -> verdicts.book(found.transaction, report, true))
                    .chain(() -> act(found, ReportState.BOOKED)));
  }

  /** Books all of it back, and judges it as if it had never been booked. */
  public Uni<Answer> bookBack(Decision decision) {
    return locked(
        decision,
        found ->
            found.standing.state() != ReportState.BOOKED
                ? impossible(found)
                : reports
                    .builtUpon(found.transaction, decision.report())
                    .chain(later ->
                        later.isPresent()
                            ? Uni.createFrom().item(new Answer.BuiltUpon(later.get()))
                            : bookBack(found)));
  }

  private Uni<Answer> bookBack(Found found) {
    UUID report = found.decision.report();
    var place = new PostReport.Place(report, found.standing.bookings(), found.decision.word().at());
    return postReport
        .reverse(found.transaction, place)
        .chain(() -> verdicts.book(found.transaction, report, false))
        .chain(() -> judgeReport.judge(found.transaction, report, found.standing.gateway()))
        .chain(() -> act(found, ReportState.BOOKED_BACK));
  }

  /** What a decision meets, under the lock. */
  private record Found(Transaction transaction, Decision decision, Standing standing) {}

  private Uni<Answer> locked(Decision decision, Function<Found, Uni<Answer>> then) {
    return transactions.run(transaction ->
        reports
            .lockBooking(transaction)
            .chain(isFree ->
                isFree
                    ? reports
                        .find(transaction, decision.report())
                        .chain(standing -> decide(transaction, decision, standing, then))
                    : Uni.createFrom().item(new Answer.Busy())));
  }

  private static Uni<Answer> decide(
      Transaction transaction,
      Decision decision,
      Optional<Standing> standing,
      Function<Found, Uni<Answer>> then) {
    if (standing.isEmpty()) {
      return Uni.createFrom().item(new Answer.Unknown());
    }
    Long version = decision.version();
    return version == null || version != standing.get().version()
        ? Uni.createFrom().item(new Answer.Stale())
        : then.apply(new Found(transaction, decision, standing.get()));
  }

  private static Uni<Answer> impossible(Found found) {
    return Uni.createFrom().item(new Answer.Impossible(found.standing.state()));
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
