package dev.holdfast.authorization.core;

import dev.holdfast.authorization.core.Authorization.Abandoned;
import dev.holdfast.authorization.core.Authorization.Authorizing;
import dev.holdfast.authorization.core.Authorization.AwaitingCard;
import dev.holdfast.authorization.core.Authorization.Captured;
import dev.holdfast.authorization.core.Authorization.Capturing;
import dev.holdfast.authorization.core.Authorization.Declined;
import dev.holdfast.authorization.core.Authorization.GivingUp;
import dev.holdfast.authorization.core.Authorization.Held;
import dev.holdfast.authorization.core.Authorization.Refunding;
import dev.holdfast.authorization.core.Authorization.Released;
import dev.holdfast.authorization.core.Authorization.Releasing;
import dev.holdfast.authorization.core.attempt.DeclineKind;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Any state laid flat, as rows, topics and REST show it.
 *
 * @param hold null until it was granted
 * @param captured what was taken; refunds are not deducted
 * @param released what of the hold was given back
 * @param decline what sort of refusal it was; null where the bank did not say no
 * @param reason why it was declined, abandoned, given back on request, or failed
 */
public record Summary(
    Status status,
    @Nullable Card card,
    @Nullable Hold hold,
    Money authorized,
    Money captured,
    Money released,
    Money refunded,
    @Nullable DeclineKind decline,
    @Nullable String reason) {

  /** Lays a state flat. */
  public static Summary of(Authorization state) {
    return switch (state) {
      case AwaitingCard _ -> without(state, Status.AWAITING_CARD, null, null);
      case GivingUp s -> without(state, Status.GIVING_UP, null, s.reason());
      case Authorizing s -> without(state, Status.AUTHORIZING, s.card(), null);
      case Declined s -> declined(s);
      case Abandoned s -> without(state, Status.ABANDONED, null, s.reason());
      case Held s -> untouched(Status.HELD, s.hold(), null);
      case Capturing s -> untouched(Status.CAPTURING, s.hold(), null);
      case Releasing s -> untouched(releasing(s.cause()), s.hold(), s.reason());
      case Released s -> released(s);
      case Captured s -> taken(Status.CAPTURED, s.hold(), s.captured(), s.refunded());
      case Refunding s -> taken(Status.REFUNDING, s.hold(), s.captured(), s.refunded());
    };
  }

  private static Summary without(
      Authorization state, Status status, @Nullable Card card, @Nullable String reason) {
    var zero = zero(state.tap().requested());
    return new Summary(status, card, null, zero, zero, zero, zero, null, reason);
  }

  private static Summary declined(Declined s) {
    var zero = zero(s.tap().requested());
    return new Summary(
        Status.DECLINED, s.card(), null, zero, zero, zero, zero, s.kind(), s.reason());
  }

  private static Summary untouched(Status status, Hold hold, @Nullable String reason) {
    var zero = zero(hold.authorized());
    return with(status, hold, zero, zero, zero, reason);
  }

  /** What a hold was not needed for is told until the end. */
  private static Status releasing(ReleaseCause cause) {
    return switch (cause) {
      case NOT_NEEDED -> Status.RELEASING;
      case CAPTURE_FAILED -> Status.CAPTURE_FAILED;
      case EXPIRED -> Status.EXPIRED;
    };
  }

  private static Summary released(Released s) {
    var all = s.hold().authorized();
    var zero = zero(all);
    return switch (s.cause()) {
      case NOT_NEEDED -> with(Status.RELEASED, s.hold(), zero, all, zero, s.reason());
      case CAPTURE_FAILED -> with(Status.CAPTURE_FAILED, s.hold(), zero, all, zero, s.reason());
      // It was free again before the gateway said so.
      case EXPIRED -> with(Status.EXPIRED, s.hold(), zero, zero, zero, s.reason());
    };
  }

  /** A capture ends the hold: what it did not need is free again. */
  private static Summary taken(Status status, Hold hold, Money captured, Money refunded) {
    var rest = hold.authorized().minus(captured);
    return with(status, hold, captured, rest.isNegative() ? zero(rest) : rest, refunded, null);
  }

  private static Summary with(
      Status status,
      Hold hold,
      Money captured,
      Money released,
      Money refunded,
      @Nullable String reason) {
    return new Summary(
        status, hold.card(), hold, hold.authorized(), captured, released, refunded, null, reason);
  }

  private static Money zero(Money of) {
    return Money.zero(of.getCurrencyUnit());
  }
}
