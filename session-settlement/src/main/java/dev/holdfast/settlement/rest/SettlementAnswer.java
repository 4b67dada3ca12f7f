package dev.holdfast.settlement.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.holdfast.doors.Amount;
import dev.holdfast.settlement.ShowHistory.History;
import dev.holdfast.settlement.ShowSettlements.Found;
import dev.holdfast.settlement.ShowSettlements.Shown;
import dev.holdfast.settlement.ShowSettlements.Unreadable;
import dev.holdfast.settlement.core.Deadline;
import dev.holdfast.settlement.core.PossibleChoices;
import dev.holdfast.settlement.core.payment.Close;
import dev.holdfast.settlement.core.payment.Method;
import dev.holdfast.settlement.core.payment.Outcome;
import dev.holdfast.settlement.core.payment.Overview;
import dev.holdfast.settlement.core.payment.Resolution;
import dev.holdfast.settlement.core.payment.Rung;
import dev.holdfast.settlement.core.payment.Settlement.Status;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A settlement, with the names of settlements.v1; journal and trail only where one is asked for.
 *
 * @param goodwill what of the refunded amount support gave back although the price stands
 * @param refunds what support asked for, numbered
 * @param contradictions numbered; a decision names the one that it ends
 * @param writeOff what WRITE_OFF is about; null where it is not possible
 * @param unreadable what of it cannot be told here, because a newer version wrote it; where that is
 *     its state, only its reference, version and time of change, its journal and trail are
 */
@Schema(
    examples =
        """
        {"reference": "019ac2b4-6a3c-7d20-9c52-3f6a1be0c111", "version": 4, "status": "SETTLED",
         "changedAt": "2026-06-01T09:02:11Z", "sessionId": "session-77", "sessionRevision": 1,
         "sessionTotal": {"minorUnits": 6000, "currency": "EUR"}, "cpoId": "NL-HLD",
         "authorizationVersion": 6, "authorized": {"minorUnits": 5000, "currency": "EUR"},
         "plan": [{"method": "HOLD", "amount": {"minorUnits": 5000, "currency": "EUR"}}],
         "outcome": "HOLD_ONLY", "captured": {"minorUnits": 5000, "currency": "EUR"},
         "shortfall": {"minorUnits": 1000, "currency": "EUR"},
         "released": {"minorUnits": 0, "currency": "EUR"},
         "refunded": {"minorUnits": 0, "currency": "EUR"},
         "goodwill": {"minorUnits": 0, "currency": "EUR"},
         "revisions": [
           {"revision": 1, "total": {"minorUnits": 6000, "currency": "EUR"},
            "closedAt": "2026-06-01T09:01:40Z"}],
         "contradictions": [], "resolutions": [], "refunds": [], "possible": ["WRITE_OFF"],
         "writeOff": {"minorUnits": 1000, "currency": "EUR"}}
        """)
@JsonInclude(JsonInclude.Include.NON_NULL)
record SettlementAnswer(
    UUID reference,
    long version,
    @Nullable Status status,
    Instant changedAt,
    @Nullable String sessionId,
    @Nullable Integer sessionRevision,
    @Nullable Amount sessionTotal,
    @Nullable String cpoId,
    @Nullable Long authorizationVersion,
    @Nullable Amount authorized,
    @Nullable List<PlanStep> plan,
    @Nullable Outcome outcome,
    @Nullable Amount captured,
    @Nullable Amount shortfall,
    @Nullable Amount writtenOff,
    @Nullable Amount released,
    @Nullable Amount refunded,
    @Nullable Amount goodwill,
    @Nullable String reason,
    Deadline.@Nullable Due due,
    @Nullable List<Revision> revisions,
    @Nullable List<ContradictionAnswer> contradictions,
    @Nullable List<Resolution> resolutions,
    @Nullable List<RefundAnswer> refunds,
    @Nullable Set<Resolution.Choice> possible,
    @Nullable Amount writeOff,
    @Nullable List<JournalEntryAnswer> journal,
    @Nullable List<TrailStepAnswer> trail,
    @Nullable String unreadable) {

  /** One step of the plan. */
  record PlanStep(Method method, Amount amount) {
    static PlanStep of(Rung rung) {
      return new PlanStep(rung.method(), Amount.of(rung.amount()));
    }
  }

  /** One revision of the session's close. */
  record Revision(int revision, Amount total, Instant closedAt) {
    static Revision of(Close close) {
      return new Revision(close.revision(), Amount.of(close.total()), close.closedAt());
    }
  }

  static SettlementAnswer of(Found found) {
    return of(found, null);
  }

  static SettlementAnswer of(History history) {
    return of(history.settlement(), history);
  }

  private static SettlementAnswer of(Found found, @Nullable History history) {
    return switch (found) {
      case Shown shown -> of(shown, history);
      case Unreadable unreadable -> of(unreadable, history);
    };
  }

  private static SettlementAnswer of(Shown shown, @Nullable History history) {
    var settlement = shown.state();
    var overview = Overview.of(settlement);
    var moved = overview.hold().moved();
    var session = settlement.session();
    return new SettlementAnswer(
        settlement.reference().value(),
        settlement.version(),
        settlement.status(),
        shown.changedAt(),
        overview.session().id(),
        overview.session().revision(),
        Amount.ofNullable(overview.session().total()),
        overview.hold().cpoId(),
        overview.hold().authorizationVersion(),
        Amount.ofNullable(overview.hold().authorized()),
        overview.plan().stream().map(PlanStep::of).toList(),
        overview.verdict().outcome(),
        moved == null ? null : Amount.ofNullable(moved.captured()),
        Amount.ofNullable(overview.verdict().shortfall()),
        Amount.ofNullable(overview.verdict().writtenOff()),
        moved == null ? null : Amount.ofNullable(moved.released()),
        moved == null ? null : Amount.ofNullable(moved.refunded()),
        moved == null ? null : Amount.ofNullable(moved.goodwill()),
        overview.verdict().reason(),
        shown.due(),
        session == null ? List.of() : session.closes().stream().map(Revision::of).toList(),
        ContradictionAnswer.of(session),
        session == null ? List.of() : session.resolutions(),
        RefundAnswer.of(session),
        PossibleChoices.of(settlement),
        Amount.ofNullable(PossibleChoices.writeOff(settlement)),
        journal(history),
        trail(history),
        unread(history));
  }

  private static SettlementAnswer of(Unreadable unreadable, @Nullable History history) {
    return new SettlementAnswer(
        unreadable.reference().value(),
        unreadable.version(),
        null,
        unreadable.changedAt(),
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
        null,
        null,
        null,
        null,
        journal(history),
        trail(history),
        String.valueOf(unreadable.why().getMessage()));
  }

  private static @Nullable List<JournalEntryAnswer> journal(@Nullable History history) {
    return history == null ? null : history.journal().stream().map(JournalEntryAnswer::of).toList();
  }

  private static @Nullable List<TrailStepAnswer> trail(@Nullable History history) {
    return history == null ? null : history.trail().stream().map(TrailStepAnswer::of).toList();
  }

  private static @Nullable String unread(@Nullable History history) {
    return history == null || history.unread() == 0
        ? null
        : "parts of its trail that a newer version of this service wrote: %d; update this one"
            .formatted(history.unread());
  }
}
