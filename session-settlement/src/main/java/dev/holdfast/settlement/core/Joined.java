package dev.holdfast.settlement.core;

import dev.holdfast.settlement.core.payment.AttentionReason;
import dev.holdfast.settlement.core.payment.Balance;
import dev.holdfast.settlement.core.payment.Close;
import dev.holdfast.settlement.core.payment.Hold;
import dev.holdfast.settlement.core.payment.Method;
import dev.holdfast.settlement.core.payment.Outcome;
import dev.holdfast.settlement.core.payment.Reference;
import dev.holdfast.settlement.core.payment.Rung;
import dev.holdfast.settlement.core.payment.Session;
import dev.holdfast.settlement.core.payment.Settlement;
import java.util.List;
import java.util.Objects;
import org.joda.money.Money;

/** Hold and close are both known: what shall be taken, or how it was paid. */
record Joined(
    Reference reference, long version, Hold hold, Session session, CapturePlan capturePlan) {

  Settlement judge(Close close) {
    if (!close.total().isSameCurrency(hold.authorized())) {
      return inOtherCurrency(close);
    }
    var balance = Balance.of(hold, session, close);
    return switch (hold.standing()) {
      case HELD ->
          new Settlement.Decided(reference, version, hold, session, capturePlan.of(close, hold));
      case CAPTURED -> captured(balance);
      case CAPTURE_FAILED -> settled(failed(close), balance);
      case RELEASED, EXPIRED, DECLINED, ABANDONED ->
          settled(
              capturePlan.isNothingDue(close) ? Outcome.NOTHING_DUE : Outcome.NOT_COVERED, balance);
    };
  }

  /** Once a person has written the price off, the hold goes back. */
  private Settlement inOtherCurrency(Close close) {
    if (!isWrittenOff() || hold.captured().isPositive()) {
      return attention(AttentionReason.CURRENCY_MISMATCH);
    }
    return hold.isOver()
        ? settled(Outcome.NOT_COVERED, Balance.of(hold, session, close))
        : new Settlement.Decided(reference, version, hold, session, CapturePlan.release(hold));
  }

  private Settlement captured(Balance balance) {
    if (balance.refundedUnasked().isPositive()) {
      return attention(AttentionReason.REFUND_NOT_ASKED);
    }
    Money ofPrice = isWrittenOff() ? hold.zero() : balance.toRefund();
    Money toRefund = ofPrice.plus(balance.goodwill());
    if (toRefund.isZero()) {
      return session.hasGoodwillWaiting()
          ? attention(AttentionReason.GOODWILL_WAITS)
          : settled(paid(balance), balance);
    }
    boolean isFresh = balance.goodwill().isPositive();
    return !isFresh && hold.hasNotPaid(toRefund) && !session.retries(hold)
        ? attention(AttentionReason.REFUND_CUT_SHORT)
        : new Settlement.Correcting(
            reference, version, hold, session, List.of(new Rung(Method.REFUND, toRefund)));
  }

  private Outcome paid(Balance balance) {
    if (balance.shortfall().isPositive()) {
      return Outcome.HOLD_ONLY;
    }
    if (balance.net().isZero()) {
      return Outcome.NOTHING_DUE;
    }
    Hold.Capture capture = hold.moves().capture();
    return capture != null && capture.method() == Method.OVER_COMMIT
        ? Outcome.OVER_COMMITTED
        : Outcome.FULL;
  }

  private Outcome failed(Close close) {
    if (capturePlan.isNothingDue(close)) {
      return Outcome.NOTHING_DUE;
    }
    return hold.hadExpiredBy(close.charging().stoppedAt()) ? Outcome.NOT_COVERED : Outcome.FAILED;
  }

  private Settlement settled(Outcome outcome, Balance balance) {
    Money lost = balance.shortfall().minus(balance.toRefund());
    Money writtenOff = isWrittenOff() && !lost.isZero() ? lost : null;
    var result = new Settlement.Result(outcome, balance.shortfall(), writtenOff);
    return new Settlement.Settled(reference, version, hold, session, result);
  }

  private boolean isWrittenOff() {
    return session.isWrittenOff(hold, Objects.requireNonNull(session.latest()));
  }

  private Settlement attention(AttentionReason reason) {
    return new Settlement.Attention(reference, version, hold, session, reason);
  }
}
