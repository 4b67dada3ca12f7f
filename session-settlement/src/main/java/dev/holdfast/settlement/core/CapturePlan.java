package dev.holdfast.settlement.core;

import static dev.holdfast.settlement.core.SchemeRules.Rule.ABOVE_PARTIAL_APPROVAL;
import static dev.holdfast.settlement.core.SchemeRules.Rule.OVER_COMMIT;
import static dev.holdfast.settlement.core.SchemeRules.Rule.WHOLE;

import dev.holdfast.settlement.core.payment.Close;
import dev.holdfast.settlement.core.payment.Hold;
import dev.holdfast.settlement.core.payment.Method;
import dev.holdfast.settlement.core.payment.Rung;
import dev.holdfast.settlement.core.payment.Settlement;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What to try at the gateway for a total, as far as it is worth a capture. */
record CapturePlan(SmallestAmounts smallest, SchemeRules schemes) {

  static List<Rung> release(Hold hold) {
    return List.of(new Rung(Method.RELEASE, hold.authorized()));
  }

  /** What nobody disputes, of a hold that waits for a person. */
  List<Rung> undisputed(Settlement.Attention attention, Hold hold) {
    Close least = Objects.requireNonNull(Deadline.undisputed(attention));
    return of(least.total(), hold, dayOf(least));
  }

  List<Rung> of(Close close, Hold hold) {
    return isNothingDue(close) ? release(hold) : of(close.total(), hold, dayOf(close));
  }

  boolean isNothingDue(Close close) {
    return smallest.isTooSmall(close.total(), dayOf(close));
  }

  private List<Rung> of(Money total, Hold hold, LocalDate day) {
    Money authorized = hold.authorized();
    if (!total.isGreaterThan(authorized)) {
      return List.of(new Rung(Method.CAPTURE, total));
    }
    List<Rung> above = above(total, hold, day);
    return above.isEmpty()
        ? List.of(new Rung(Method.CAPTURE, authorized))
        : Stream.concat(above.stream(), Stream.of(new Rung(Method.HOLD, authorized))).toList();
  }

  /** What may be tried for more than was held. */
  private List<Rung> above(Money total, Hold hold, LocalDate day) {
    var rungs = new ArrayList<Rung>();
    if (hold.isPartOfWhatWasAsked() && !allow(ABOVE_PARTIAL_APPROVAL, hold, day)) {
      return rungs;
    }
    if (hold.grant().overCommit() && allow(OVER_COMMIT, hold, day)) {
      rungs.add(new Rung(Method.OVER_COMMIT, total));
    }
    if (allow(WHOLE, hold, day)) {
      rungs.add(new Rung(Method.WHOLE, total));
    }
    return rungs;
  }

  private boolean allow(SchemeRules.Rule rule, Hold hold, LocalDate day) {
    Hold.Card card = hold.grant().card();
    @Nullable String scheme = card == null ? null : card.scheme();
    return schemes.allow(rule, scheme, hold.grant().cpoId(), day);
  }

  private static LocalDate dayOf(Close close) {
    return close.charging().stoppedAt().atZone(ZoneOffset.UTC).toLocalDate();
  }
}
