package dev.holdfast.authorization.core;

import dev.holdfast.authorization.core.Authorization.Captured;
import dev.holdfast.authorization.core.Authorization.Capturing;
import dev.holdfast.authorization.core.Authorization.Held;
import dev.holdfast.authorization.core.Authorization.Refunding;
import dev.holdfast.authorization.core.Authorization.Releasing;
import dev.holdfast.authorization.core.Command.Settle;
import dev.holdfast.authorization.core.Decision.Changed;
import dev.holdfast.authorization.core.Decision.Ignored;
import dev.holdfast.authorization.core.attempt.AttemptHistory;
import dev.holdfast.authorization.core.attempt.Kind;
import dev.holdfast.authorization.core.attempt.Plan;
import dev.holdfast.authorization.core.attempt.Rung;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What settlement's orders do; an order that makes no sense is not dropped but shown to a person.
 */
final class Orders {
  private Orders() {}

  static Decision settle(Held held, Settle settle, Instant now) {
    var history = held.history().next().settling(settle.settlementVersion());
    return switch (settle.plan()) {
      case Plan.Capture(var rungs) ->
          misfit(held.hold(), rungs)
              .map(why -> attention(held, settle, why))
              .orElseGet(() -> capture(held, history, rungs, now));
      case Plan.Release() -> release(held, history, null, now);
      case Plan.Refund _ -> attention(held, settle, "A refund was ordered before any capture");
    };
  }

  /** After a capture only refunds are possible: a capture is final, and there is one at most. */
  static Decision correct(Captured captured, Settle settle, Instant now) {
    return switch (settle.plan()) {
      case Plan.Capture _, Plan.Release _ -> new Ignored("The capture is made and final");
      case Plan.Refund refund -> payBack(captured, settle, refund, now);
    };
  }

  /**
   * A refund is ordered on top of what settlement knew to be paid back. An order that crossed a
   * refund would pay the same difference twice: settlement learns of it, and orders what is left.
   */
  private static Decision payBack(
      Captured captured, Settle settle, Plan.Refund ordered, Instant now) {
    boolean knowsMore = exceeds(ordered.known(), captured.refunded());
    if (!knowsMore && ordered.known().isLessThan(captured.refunded())) {
      return new Ignored("A refund was made that settlement had not heard of");
    }
    var left = left(captured);
    if (knowsMore || exceeds(ordered.amount(), left)) {
      return attention(
          captured,
          settle,
          "A refund of %s on top of %s was ordered: %s were paid back, %s are left"
              .formatted(ordered.amount(), ordered.known(), captured.refunded(), left));
    }
    return refund(captured, settle, ordered.amount(), now);
  }

  static Decision release(Held held, AttemptHistory history, @Nullable String reason, Instant now) {
    var sending = history.sending(Kind.RELEASE, held.hold().authorized(), now);
    return new Changed(
        new Releasing(held.tap(), sending, held.hold(), reason), Change.RELEASE_STARTED);
  }

  static Decision attention(Authorization state, Settle settle, String why) {
    var history = state.history().next().settling(settle.settlementVersion()).needing(why);
    return new Changed(state.with(history), Change.ATTENTION);
  }

  private static Decision capture(
      Held held, AttemptHistory history, List<Rung> rungs, Instant now) {
    var first = rungs.getFirst();
    var sending = history.sending(first.kind(), first.amount(), now);
    var left = rungs.subList(1, rungs.size());
    return new Changed(
        new Capturing(held.tap(), sending, held.hold(), left), Change.CAPTURE_STARTED);
  }

  private static Decision refund(Captured captured, Settle settle, Money amount, Instant now) {
    var history =
        captured
            .history()
            .next()
            .settling(settle.settlementVersion())
            .sending(Kind.REFUND, amount, now);
    var next =
        new Refunding(
            captured.tap(), history, captured.hold(), captured.captured(), captured.refunded());
    return new Changed(next, Change.REFUND_STARTED);
  }

  private static Money left(Captured captured) {
    return captured.captured().minus(captured.refunded());
  }

  private static boolean exceeds(Money amount, Money limit) {
    return !amount.isSameCurrency(limit) || amount.isGreaterThan(limit);
  }

  private static Optional<String> misfit(Hold hold, List<Rung> rungs) {
    return rungs.stream()
        .filter(rung -> !fits(hold.authorized(), rung))
        .map(rung ->
            "%s of %s was ordered on a hold of %s"
                .formatted(rung.kind(), rung.amount(), hold.authorized()))
        .findFirst();
  }

  private static boolean fits(Money authorized, Rung rung) {
    return rung.amount().isSameCurrency(authorized)
        && (rung.kind().mayExceedHold() || !rung.amount().isGreaterThan(authorized));
  }
}
