package dev.holdfast.authorization.core;

import dev.holdfast.authorization.core.Authorization.Authorizing;
import dev.holdfast.authorization.core.Authorization.CaptureFailed;
import dev.holdfast.authorization.core.Authorization.Captured;
import dev.holdfast.authorization.core.Authorization.Capturing;
import dev.holdfast.authorization.core.Authorization.Declined;
import dev.holdfast.authorization.core.Authorization.Held;
import dev.holdfast.authorization.core.Authorization.Refunding;
import dev.holdfast.authorization.core.Authorization.Released;
import dev.holdfast.authorization.core.Authorization.Releasing;
import dev.holdfast.authorization.core.Decision.Changed;
import dev.holdfast.authorization.core.attempt.Answer;
import dev.holdfast.authorization.core.attempt.Answer.Approved;
import dev.holdfast.authorization.core.attempt.Answer.NotActed;
import dev.holdfast.authorization.core.attempt.Answer.Refused;
import dev.holdfast.authorization.core.attempt.Answer.Rejected;
import dev.holdfast.authorization.core.attempt.Answer.Unknown;
import dev.holdfast.authorization.core.attempt.AttemptHistory;
import dev.holdfast.authorization.core.attempt.Kind;
import java.time.Instant;
import org.joda.money.Money;

/** What an answer of the gateway does in each state that waits for one. */
final class Answers {
  private Answers() {}

  static Decision toAuthorize(Authorizing state, OpenAttempt open, Answer answer, Instant now) {
    return switch (answer) {
      case Approved approved when approved.amount().isPositive() -> held(state, open, approved);
      case Approved _ -> declined(state, open, "The gateway held nothing");
      case Refused(var reason) -> declined(state, open, reason);
      case Rejected(var reason) -> declined(state, open, reason);
      // The driver has left: a hold placed now would surprise the card holder.
      case NotActed(var reason) when !now.isBefore(state.tap().cardDeadline()) ->
          declined(state, open, reason);
      case NotActed(var reason) -> open.notActed(reason);
      case Unknown(var reason) -> open.unknown(reason);
    };
  }

  static Decision toCapture(Capturing state, OpenAttempt open, Answer answer, Instant now) {
    return switch (answer) {
      case Approved approved -> captured(state, open, approved);
      case Refused(var reason) when state.rungsLeft().isEmpty() ->
          captureFailed(state, open, reason, now);
      case Refused(var reason) -> nextRung(state, open, reason, now);
      // The hold is all that is left of the money: no fault of an account gives it away.
      case Rejected(var reason) when state.rungsLeft().isEmpty() -> open.unknown(reason);
      case Rejected(var reason) -> nextRung(state, open, reason, now);
      case NotActed(var reason) -> open.notActed(reason);
      case Unknown(var reason) -> open.unknown(reason);
    };
  }

  /** Nobody needs this hold any more, and it must not stay reserved for weeks. */
  static Decision toGivingBack(
      Authorization state, OpenAttempt open, Answer answer, Change givenBack) {
    return switch (answer) {
      case Approved approved ->
          new Changed(state.with(open.approved(approved.gatewayReference())), givenBack);
      case Refused(var reason) -> notReleased(state, open, reason);
      case Rejected(var reason) -> open.unknown(reason);
      case NotActed(var reason) -> open.notActed(reason);
      case Unknown(var reason) -> open.unknown(reason);
    };
  }

  static Decision toRelease(Releasing state, OpenAttempt open, Answer answer) {
    return switch (answer) {
      case Approved approved -> {
        var history = open.approved(approved.gatewayReference());
        yield new Changed(
            new Released(state.tap(), history, state.hold(), state.reason()), Change.RELEASED);
      }
      case Refused(var reason) -> notReleased(state, open, reason);
      case Rejected(var reason) -> open.unknown(reason);
      case NotActed(var reason) -> open.notActed(reason);
      case Unknown(var reason) -> open.unknown(reason);
    };
  }

  static Decision toRefund(Refunding state, OpenAttempt open, Answer answer) {
    return switch (answer) {
      case Approved approved -> {
        var history = approved(open, approved, "gave %s back, asked for %s");
        var refunded = state.refunded().plus(approved.amount());
        yield new Changed(refunded(state, history, refunded), Change.REFUNDED);
      }
      case Refused(var reason) -> notRefunded(state, open, reason);
      case Rejected(var reason) -> notRefunded(state, open, reason);
      case NotActed(var reason) -> open.notActed(reason);
      case Unknown(var reason) -> open.unknown(reason);
    };
  }

  private static Decision held(Authorizing state, OpenAttempt open, Approved approved) {
    var history = open.approved(approved.gatewayReference());
    var hold =
        new Hold(
            state.card(), approved.amount(), approved.gatewayReference(), approved.holdExpiresAt());
    return new Changed(new Held(state.tap(), history, hold, false), Change.HELD);
  }

  private static Decision declined(Authorizing state, OpenAttempt open, String reason) {
    var next = new Declined(state.tap(), open.refused(reason), state.card(), reason);
    return new Changed(next, Change.DECLINED);
  }

  /** What the gateway moved is the truth, whatever was asked; a difference is shown to a person. */
  private static AttemptHistory approved(OpenAttempt open, Approved approved, String difference) {
    var history = open.approved(approved.gatewayReference());
    return approved.amount().isEqual(open.amount())
        ? history
        : history.needing("The gateway " + difference.formatted(approved.amount(), open.amount()));
  }

  private static Decision captured(Capturing state, OpenAttempt open, Approved approved) {
    var taken = approved.amount();
    var history = approved(open, approved, "took %s, asked for %s");
    var refunded = Money.zero(taken.getCurrencyUnit());
    var next = new Captured(state.tap(), history, state.hold(), taken, refunded);
    return new Changed(next, Change.CAPTURED);
  }

  private static Decision notReleased(Authorization state, OpenAttempt open, String reason) {
    var why = "The gateway refused to give the hold back: " + reason;
    return new Changed(state.with(open.refused(reason).needing(why)), Change.ATTENTION);
  }

  private static Decision notRefunded(Refunding state, OpenAttempt open, String reason) {
    var why = "The gateway refused a refund of %s: %s".formatted(open.amount(), reason);
    var history = open.refused(reason).needing(why);
    return new Changed(refunded(state, history, state.refunded()), Change.ATTENTION);
  }

  private static Decision captureFailed(
      Capturing state, OpenAttempt open, String reason, Instant now) {
    var history = open.refused(reason).sending(Kind.RELEASE, state.hold().authorized(), now);
    var next = new CaptureFailed(state.tap(), history, state.hold(), reason);
    return new Changed(next, Change.CAPTURE_FAILED);
  }

  private static Decision nextRung(Capturing state, OpenAttempt open, String reason, Instant now) {
    var rung = state.rungsLeft().getFirst();
    var left = state.rungsLeft().subList(1, state.rungsLeft().size());
    var history = open.refused(reason).sending(rung.kind(), rung.amount(), now);
    var next = new Capturing(state.tap(), history, state.hold(), left);
    return new Changed(next, Change.ATTEMPT_ANSWERED);
  }

  private static Authorization refunded(Refunding state, AttemptHistory history, Money refunded) {
    return new Captured(state.tap(), history, state.hold(), state.captured(), refunded);
  }
}
