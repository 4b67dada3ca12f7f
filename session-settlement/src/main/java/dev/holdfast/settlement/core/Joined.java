package dev.holdfast.settlement.core;

import java.time.ZoneOffset;
import java.util.List;
import org.joda.money.Money;

/** Hold and close are both known: what shall be taken, or how it was paid. */
record Joined(
    Reference reference, long version, Hold hold, Session session, SmallestAmounts smallest) {

  Settlement judge(Close close) {
    if (!close.total().isSameCurrency(hold.authorized())) {
      return attention(AttentionReason.CURRENCY_MISMATCH);
    }
    Balance balance = Balance.of(hold, session, close);
    return switch (hold.standing()) {
      case HELD -> new Settlement.Decided(reference, version, hold, session, plan(close));
      case CAPTURED -> captured(balance);
      case CAPTURE_FAILED -> settled(failed(close), balance);
      case RELEASED, EXPIRED, DECLINED, ABANDONED ->
          settled(isNothingDue(close) ? Outcome.NOTHING_DUE : Outcome.NOT_COVERED, balance);
    };
  }

  private List<Rung> plan(Close close) {
    return isNothingDue(close)
        ? List.of(new Rung(Method.RELEASE, hold.authorized()))
        : CapturePlan.of(close.total(), hold.authorized(), hold.grant().overCommit());
  }

  private Settlement captured(Balance balance) {
    if (balance.refundedUnasked().isPositive()) {
      return attention(AttentionReason.REFUND_NOT_ASKED);
    }
    Money toRefund = balance.toRefund();
    if (toRefund.isPositive() && !toRefund.isGreaterThan(hold.refundsUnpaid())) {
      return attention(AttentionReason.REFUND_CUT_SHORT);
    }
    return toRefund.isPositive()
        ? new Settlement.Correcting(
            reference, version, hold, session, List.of(new Rung(Method.REFUND, toRefund)))
        : settled(paid(balance), balance);
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
    if (isNothingDue(close)) {
      return Outcome.NOTHING_DUE;
    }
    return hold.hadExpiredBy(close.charging().stoppedAt()) ? Outcome.NOT_COVERED : Outcome.FAILED;
  }

  private boolean isNothingDue(Close close) {
    return smallest.isTooSmall(
        close.total(), close.charging().stoppedAt().atZone(ZoneOffset.UTC).toLocalDate());
  }

  private Settlement settled(Outcome outcome, Balance balance) {
    Settlement.Result result = new Settlement.Result(outcome, balance.shortfall());
    return new Settlement.Settled(reference, version, hold, session, result);
  }

  private Settlement attention(AttentionReason reason) {
    return new Settlement.Attention(reference, version, hold, session, reason);
  }
}
