package dev.holdfast.settlement.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.holdfast.delivery.WrittenByNewer;
import dev.holdfast.settlement.core.Deadline;
import dev.holdfast.settlement.core.PossibleChoices;
import dev.holdfast.settlement.core.payment.Close;
import dev.holdfast.settlement.core.payment.Method;
import dev.holdfast.settlement.core.payment.Outcome;
import dev.holdfast.settlement.core.payment.Overview;
import dev.holdfast.settlement.core.payment.Resolution;
import dev.holdfast.settlement.core.payment.Rung;
import dev.holdfast.settlement.core.payment.Session;
import dev.holdfast.settlement.core.payment.Settlement;
import dev.holdfast.settlement.core.payment.Settlement.Status;
import dev.holdfast.settlement.postgres.SettlementRow;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A settlement, with the names of settlements.v1; journal and trail only where one is asked for.
 *
 * @param unreadable what of it cannot be told here, because a newer version wrote it; where that is
 *     its state, only its reference, version and time of change, its journal and trail are
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SettlementView(
    String reference,
    long version,
    @Nullable Status status,
    Instant changedAt,
    @Nullable String sessionId,
    @Nullable Integer sessionRevision,
    @Nullable MoneyView sessionTotal,
    @Nullable String cpoId,
    @Nullable Long authorizationVersion,
    @Nullable MoneyView authorized,
    @Nullable List<RungView> plan,
    @Nullable Outcome outcome,
    @Nullable MoneyView captured,
    @Nullable MoneyView shortfall,
    @Nullable MoneyView writtenOff,
    @Nullable MoneyView released,
    @Nullable MoneyView refunded,
    @Nullable String reason,
    Deadline.@Nullable Due due,
    @Nullable List<RevisionView> revisions,
    @Nullable List<Resolution> resolutions,
    @Nullable Set<Resolution.Choice> possible,
    @Nullable List<JournalEntryView> journal,
    @Nullable List<TrailStepView> trail,
    @Nullable String unreadable) {

  /** One step of the plan. */
  public record RungView(Method method, MoneyView amount) {
    static RungView of(Rung rung) {
      return new RungView(rung.method(), MoneyView.ofKnown(rung.amount()));
    }
  }

  /** One revision of the session's close. */
  public record RevisionView(int revision, MoneyView total, Instant closedAt) {
    static RevisionView of(Close close) {
      return new RevisionView(close.revision(), MoneyView.ofKnown(close.total()), close.closedAt());
    }
  }

  static SettlementView of(SettlementRow row) {
    return of(row, History.NONE);
  }

  static SettlementView of(SettlementRow row, History history) {
    try {
      return of(row.toState(), row, history);
    } catch (WrittenByNewer newer) {
      return unreadable(row, history, String.valueOf(newer.getMessage()));
    }
  }

  private static SettlementView of(Settlement settlement, SettlementRow row, History history) {
    var overview = Overview.of(settlement);
    Overview.Moved moved = overview.hold().moved();
    Session session = settlement.session();
    return new SettlementView(
        settlement.reference().text(),
        settlement.version(),
        settlement.status(),
        row.changedAt(),
        overview.session().id(),
        overview.session().revision(),
        MoneyView.of(overview.session().total()),
        overview.hold().cpoId(),
        overview.hold().authorizationVersion(),
        MoneyView.of(overview.hold().authorized()),
        overview.plan().stream().map(RungView::of).toList(),
        overview.verdict().outcome(),
        moved == null ? null : MoneyView.of(moved.captured()),
        MoneyView.of(overview.verdict().shortfall()),
        MoneyView.of(overview.verdict().writtenOff()),
        moved == null ? null : MoneyView.of(moved.released()),
        moved == null ? null : MoneyView.of(moved.refunded()),
        overview.verdict().reason(),
        row.due(),
        session == null ? List.of() : session.closes().stream().map(RevisionView::of).toList(),
        session == null ? List.of() : session.resolutions(),
        PossibleChoices.of(settlement),
        history.journal(),
        history.trail(),
        history.unreadable());
  }

  private static SettlementView unreadable(SettlementRow row, History history, String why) {
    return new SettlementView(
        row.reference().text(),
        row.version(),
        null,
        row.changedAt(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        history.journal(),
        history.trail(),
        why);
  }
}
