package dev.holdfast.authorization.core;

import dev.holdfast.authorization.core.Authorization.Authorizing;
import dev.holdfast.authorization.core.Authorization.Declined;
import dev.holdfast.authorization.core.Authorization.Held;
import dev.holdfast.authorization.core.Authorization.Releasing;
import dev.holdfast.authorization.core.Decision.Changed;
import dev.holdfast.authorization.core.attempt.Answer;
import dev.holdfast.authorization.core.attempt.Answer.Approved;
import dev.holdfast.authorization.core.attempt.Answer.NotActed;
import dev.holdfast.authorization.core.attempt.Answer.Refused;
import dev.holdfast.authorization.core.attempt.Answer.Rejected;
import dev.holdfast.authorization.core.attempt.Answer.Taken;
import dev.holdfast.authorization.core.attempt.Answer.Unknown;
import dev.holdfast.authorization.core.attempt.Attention.Cause;
import dev.holdfast.authorization.core.attempt.DeclineKind;
import dev.holdfast.authorization.core.attempt.Kind;
import java.time.Instant;

/** What an answer to an AUTHORIZE does, while a driver waits for it and long after. */
final class HoldAnswers {
  private HoldAnswers() {}

  static Decision toAuthorize(Authorizing state, OpenAttempt open, Answer answer) {
    return switch (answer) {
      case Approved approved when approved.amount().isPositive() -> granted(state, open, approved);
      case Approved _ -> declined(state, open, new Refused("The gateway held nothing"));
      case Taken taken ->
          MoneyAnswers.takenUnasked(
              open, MoneyAnswers.nothingHeld(state.card(), taken, open), taken);
      case Refused refused -> declined(state, open, refused);
      case Rejected(var reason) -> declined(state, open, new Refused(reason));
      // The driver has left: a hold placed now would surprise the card holder.
      case NotActed(var reason) when !open.now().isBefore(state.tap().cardDeadline()) ->
          watched(state, reason, open.now());
      case NotActed(var reason) -> open.notActed(reason);
      case Unknown(var reason) -> open.unknown(reason);
    };
  }

  /** Declined, and not for certain: what may still come of the open attempt is watched. */
  static Decision watched(Authorizing state, String reason, Instant now) {
    var history = state.history();
    var open = history.open().orElseThrow().unknown(reason, now);
    var next =
        new Declined(
            state.tap(),
            history.next().answered(open),
            state.card(),
            DeclineKind.ISSUER_DOWN,
            reason);
    return new Changed(next, Change.DECLINED);
  }

  /** The driver was told long ago that there is no hold. */
  static Decision toWatch(Declined state, OpenAttempt open, Answer answer) {
    return switch (answer) {
      case Approved approved when approved.amount().isPositive() ->
          givenBack(
              open,
              hold(state.card(), approved),
              "A hold of %s turned up after the driver was told that there is none"
                  .formatted(approved.amount()));
      case Approved _ -> over(state, open, "The gateway held nothing");
      case Taken taken ->
          MoneyAnswers.takenUnasked(
              open, MoneyAnswers.nothingHeld(state.card(), taken, open), taken);
      case Refused(_, var reason) -> over(state, open, reason);
      case Rejected(var reason) -> over(state, open, reason);
      case NotActed(var reason) when isWatchOver(state, open) -> over(state, open, reason);
      case NotActed(var reason) -> open.unknown(reason);
      case Unknown(var reason) -> open.unknown(reason);
    };
  }

  private static Decision granted(Authorizing state, OpenAttempt open, Approved approved) {
    var tap = state.tap();
    var amount = approved.amount();
    var hold = hold(state.card(), approved);
    if (open.rules().times().isDriverGone(tap, open.now())) {
      return givenBack(open, hold, "The hold came after the driver's time");
    }
    if (open.rules().isTooLittle(tap, amount)) {
      return givenBack(open, hold, "Only %s of %s were held".formatted(amount, tap.requested()));
    }
    var history = open.approved(hold.gatewayReference(), amount);
    var told =
        amount.isGreaterThan(tap.requested())
            ? history.needing(
                Cause.AMOUNT_DIFFERS,
                MoneyAnswers.differs("held %s, asked for %s", amount, tap.requested()),
                open.now())
            : history;
    return new Changed(new Held(tap, told, hold, false), Change.HELD);
  }

  private static Decision givenBack(OpenAttempt open, Hold hold, String reason) {
    var history =
        open.approved(hold.gatewayReference(), hold.authorized())
            .sending(Kind.RELEASE, hold.authorized(), open.now());
    return new Changed(
        new Releasing(open.state().tap(), history, hold, ReleaseCause.NOT_NEEDED, reason),
        Change.RELEASE_STARTED);
  }

  private static Decision declined(Authorizing state, OpenAttempt open, Refused refused) {
    var history = open.refused(refused.reason());
    var next = new Declined(state.tap(), history, state.card(), refused.kind(), refused.reason());
    return new Changed(next, Change.DECLINED);
  }

  private static boolean isWatchOver(Declined state, OpenAttempt open) {
    return open.rules().times().nextLookUp(state, open.attempt(), open.now()).isEmpty();
  }

  private static Decision over(Declined state, OpenAttempt open, String reason) {
    return new Changed(state.with(open.refused(reason)), Change.ATTEMPT_ANSWERED);
  }

  private static Hold hold(Card card, Approved approved) {
    return new Hold(card, approved.amount(), approved.gatewayReference(), approved.holdExpiresAt());
  }
}
