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
import dev.holdfast.authorization.core.attempt.Attention.Cause;
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
    return settle(held, held.hold(), settle, now);
  }

  /** The gateway refused to give the hold back: it stands, and is ordered about anew. */
  static Decision settle(Releasing refused, Settle settle, Instant now) {
    return settle(refused, refused.hold(), settle, now);
  }

  private static Decision settle(Authorization state, Hold hold, Settle settle, Instant now) {
    var history = state.history().next().settling(settle.settlementVersion());
    return switch (settle.plan()) {
      case Plan.Capture(var rungs) ->
          misfit(state.tap(), hold, rungs)
              .map(why -> attention(state, settle, why, now))
              .orElseGet(() -> capture(state.tap(), hold, history, rungs, now));
      case Plan.Release() ->
          release(state.tap(), hold, history, ReleaseCause.NOT_NEEDED, null, now);
      case Plan.Refund _ ->
          attention(state, settle, "A refund was ordered before any capture", now);
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
              .formatted(ordered.amount(), ordered.known(), captured.refunded(), left),
          now);
    }
    return refund(captured, settle, ordered.amount(), now);
  }

  static Decision release(Held held, AttemptHistory history, @Nullable String reason, Instant now) {
    return release(held.tap(), held.hold(), history, ReleaseCause.NOT_NEEDED, reason, now);
  }

  private static Decision release(
      Tap tap,
      Hold hold,
      AttemptHistory history,
      ReleaseCause cause,
      @Nullable String reason,
      Instant now) {
    var sending = history.sending(Kind.RELEASE, hold.authorized(), now);
    return new Changed(new Releasing(tap, sending, hold, cause, reason), Change.RELEASE_STARTED);
  }

  static Decision attention(Authorization state, Settle settle, String why, Instant now) {
    var history =
        state
            .history()
            .next()
            .settling(settle.settlementVersion())
            .needing(Cause.ORDER_MISFITS, why, now);
    return new Changed(state.with(history), Change.ATTENTION);
  }

  private static Decision capture(
      Tap tap, Hold hold, AttemptHistory history, List<Rung> rungs, Instant now) {
    var first = rungs.getFirst();
    var sending = history.sending(first.kind(), first.amount(), now);
    var left = rungs.subList(1, rungs.size());
    return new Changed(new Capturing(tap, sending, hold, left), Change.CAPTURE_STARTED);
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

  private static Optional<String> misfit(Tap tap, Hold hold, List<Rung> rungs) {
    return rungs.stream().flatMap(rung -> misfit(tap, hold, rung).stream()).findFirst();
  }

  private static Optional<String> misfit(Tap tap, Hold hold, Rung rung) {
    if (!fits(hold.authorized(), rung)) {
      return Optional.of(
          "%s of %s was ordered on a hold of %s"
              .formatted(rung.kind(), rung.amount(), hold.authorized()));
    }
    return rung.kind() == Kind.OVER_COMMIT && !tap.overCommit()
        ? Optional.of(
            "OVER_COMMIT of %s was ordered, and the tap did not agree to it"
                .formatted(rung.amount()))
        : Optional.empty();
  }

  private static boolean fits(Money authorized, Rung rung) {
    return rung.amount().isSameCurrency(authorized)
        && (rung.kind().mayExceedHold() || !rung.amount().isGreaterThan(authorized));
  }
}
