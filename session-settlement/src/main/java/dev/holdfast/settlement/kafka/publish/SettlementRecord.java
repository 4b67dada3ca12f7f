package dev.holdfast.settlement.kafka.publish;

import dev.holdfast.contracts.MoneyCodec;
import dev.holdfast.contracts.Topic;
import dev.holdfast.delivery.Event;
import dev.holdfast.events.Method;
import dev.holdfast.events.SettlementChange;
import dev.holdfast.events.SettlementChanged;
import dev.holdfast.events.SettlementOutcome;
import dev.holdfast.events.SettlementStatus;
import dev.holdfast.settlement.core.Change;
import dev.holdfast.settlement.core.Decision;
import dev.holdfast.settlement.core.payment.Outcome;
import dev.holdfast.settlement.core.payment.Overview;
import dev.holdfast.settlement.core.payment.Rung;
import dev.holdfast.settlement.core.payment.Settlement;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** A version of a settlement as settlements.v1 carries it. */
public final class SettlementRecord {
  private SettlementRecord() {}

  /**
   * What is said of a version.
   *
   * @param state its row, for the day on which the row is lost
   */
  public static Event event(Decision step, ByteBuffer state, Instant now) {
    Settlement after = step.after();
    return Event.ofVersion(
        Topic.SETTLEMENTS, after.reference().text(), after.version(), now, of(step, state, now));
  }

  private static SettlementChanged of(Decision step, ByteBuffer state, Instant now) {
    Settlement after = step.after();
    var overview = Overview.of(after);
    SettlementChanged.Builder said =
        SettlementChanged.newBuilder()
            .setReference(after.reference().text())
            .setVersion(after.version())
            .setOccurredAt(now)
            .setChange(change(step.change()))
            .setStatus(status(after.status()))
            .setPlan(overview.plan().stream().map(SettlementRecord::rung).toList())
            .setState(state);
    say(said, overview.session());
    said.setTaxes(TaxRecord.all(overview.session().taxes()));
    say(said, overview.hold());
    say(said, overview.verdict());
    return said.build();
  }

  private static void say(SettlementChanged.Builder said, Overview.SessionPart session) {
    said.setSessionId(session.id())
        .setSessionRevision(session.revision())
        .setSessionTotal(money(session.total()));
  }

  private static void say(SettlementChanged.Builder said, Overview.HoldPart hold) {
    said.setAuthorizationVersion(hold.authorizationVersion())
        .setCpoId(hold.cpoId())
        .setAuthorized(money(hold.authorized()));
    Overview.Moved moved = hold.moved();
    if (moved != null) {
      said.setCaptured(money(moved.captured()))
          .setReleased(money(moved.released()))
          .setRefunded(money(moved.refunded()))
          .setGoodwill(moved.goodwill().isPositive() ? money(moved.goodwill()) : null);
    }
  }

  private static void say(SettlementChanged.Builder said, Overview.Verdict verdict) {
    Outcome outcome = verdict.outcome();
    said.setOutcome(outcome == null ? null : outcome(outcome))
        .setShortfall(money(verdict.shortfall()))
        .setWrittenOff(money(verdict.writtenOff()))
        .setReason(verdict.reason());
  }

  private static dev.holdfast.events.@Nullable Money money(@Nullable Money money) {
    return money == null ? null : MoneyCodec.toAvro(money);
  }

  private static dev.holdfast.events.Rung rung(Rung rung) {
    Method method =
        switch (rung.method()) {
          case CAPTURE -> Method.CAPTURE;
          case OVER_COMMIT -> Method.OVER_COMMIT;
          case WHOLE -> Method.WHOLE;
          case HOLD -> Method.HOLD;
          case RELEASE -> Method.RELEASE;
          case REFUND -> Method.REFUND;
        };
    return new dev.holdfast.events.Rung(method, MoneyCodec.toAvro(rung.amount()));
  }

  private static SettlementStatus status(Settlement.Status status) {
    return switch (status) {
      case AWAITING_SESSION -> SettlementStatus.AWAITING_SESSION;
      case AWAITING_HOLD -> SettlementStatus.AWAITING_HOLD;
      case DECIDED -> SettlementStatus.DECIDED;
      case SETTLED -> SettlementStatus.SETTLED;
      case CORRECTING -> SettlementStatus.CORRECTING;
      case ATTENTION -> SettlementStatus.ATTENTION;
    };
  }

  private static SettlementOutcome outcome(Outcome outcome) {
    return switch (outcome) {
      case FULL -> SettlementOutcome.FULL;
      case OVER_COMMITTED -> SettlementOutcome.OVER_COMMITTED;
      case HOLD_ONLY -> SettlementOutcome.HOLD_ONLY;
      case NOTHING_DUE -> SettlementOutcome.NOTHING_DUE;
      case NOT_COVERED -> SettlementOutcome.NOT_COVERED;
      case FAILED -> SettlementOutcome.FAILED;
    };
  }

  private static SettlementChange change(Change change) {
    return switch (change) {
      case HOLD_KNOWN -> SettlementChange.HOLD_KNOWN;
      case SESSION_STARTED -> SettlementChange.SESSION_STARTED;
      case SESSION_CLOSED -> SettlementChange.SESSION_CLOSED;
      case DECIDED -> SettlementChange.DECIDED;
      case SETTLED -> SettlementChange.SETTLED;
      case CORRECTED -> SettlementChange.CORRECTED;
      case ATTENTION -> SettlementChange.ATTENTION;
      case RESOLVED -> SettlementChange.RESOLVED;
    };
  }
}
