package dev.holdfast.settlement.core;

import dev.holdfast.settlement.core.payment.Hold;
import dev.holdfast.settlement.core.payment.Method;
import dev.holdfast.settlement.core.payment.Rung;
import dev.holdfast.settlement.core.payment.Settlement;
import java.util.List;
import java.util.Objects;
import org.joda.money.Money;

/** What to try at the gateway for a total that is worth taking. */
final class CapturePlan {
  private CapturePlan() {}

  static List<Rung> release(Hold hold) {
    return List.of(new Rung(Method.RELEASE, hold.authorized()));
  }

  /** What nobody disputes, of a hold that waits for a person. */
  static List<Rung> undisputed(Settlement.Attention attention, Hold hold) {
    Money least = Objects.requireNonNull(Deadline.undisputed(attention));
    return of(least, hold.authorized(), hold.grant().overCommit());
  }

  static List<Rung> of(Money total, Money authorized, boolean overCommit) {
    if (!total.isGreaterThan(authorized)) {
      return List.of(new Rung(Method.CAPTURE, total));
    }
    var whole = new Rung(Method.WHOLE, total);
    var hold = new Rung(Method.HOLD, authorized);
    return overCommit
        ? List.of(new Rung(Method.OVER_COMMIT, total), whole, hold)
        : List.of(whole, hold);
  }
}
