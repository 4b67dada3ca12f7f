package dev.holdfast.authorization.core;

import dev.holdfast.authorization.core.Authorization.Captured;
import dev.holdfast.authorization.core.Authorization.Capturing;
import dev.holdfast.authorization.core.Authorization.Refunding;
import dev.holdfast.authorization.core.Authorization.Released;
import dev.holdfast.authorization.core.Authorization.Releasing;
import dev.holdfast.authorization.core.Decision.Changed;
import dev.holdfast.authorization.core.attempt.Answer;
import dev.holdfast.authorization.core.attempt.Answer.Approved;
import dev.holdfast.authorization.core.attempt.Answer.NotActed;
import dev.holdfast.authorization.core.attempt.Answer.Refused;
import dev.holdfast.authorization.core.attempt.Answer.Rejected;
import dev.holdfast.authorization.core.attempt.Answer.Taken;
import dev.holdfast.authorization.core.attempt.Answer.Unknown;
import dev.holdfast.authorization.core.attempt.AttemptHistory;
import dev.holdfast.authorization.core.attempt.Attention.Cause;
import dev.holdfast.authorization.core.attempt.Attention.Seen;
import dev.holdfast.authorization.core.attempt.Kind;
import java.time.Instant;
import org.joda.money.Money;

/** What an answer does once there is a hold: to a capture, a release or a refund. */
final class MoneyAnswers {
  private MoneyAnswers() {}

  static Decision toCapture(Capturing state, OpenAttempt open, Answer answer) {
    return switch (answer) {
      case Approved(var reference, var amount, _) -> captured(state, open, reference, amount);
      // What somebody captured at the vendor's portal is the capture.
      case Taken(var reference, var amount) -> captured(state, open, reference, amount);
      case Refused(_, var reason) when state.rungsLeft().isEmpty() ->
          captureFailed(state, open, reason);
      case Refused(_, var reason) -> nextRung(state, open, reason);
      // The hold is all that is left of the money: no fault of an account gives it away.
      case Rejected(var reason) when state.rungsLeft().isEmpty() ->
          open.unknown(
              Cause.CAPTURE_REJECTED,
              "The gateway rejects the capture of %s: %s".formatted(open.amount(), reason));
      case Rejected(var reason) -> nextRung(state, open, reason);
      case NotActed(var reason) -> open.notActed(reason);
      case Unknown(var reason) -> open.unknown(reason);
    };
  }

  static Decision toRelease(Releasing state, OpenAttempt open, Answer answer) {
    return switch (answer) {
      case Approved(var reference, _, _) ->
          released(state, open.approved(reference, open.amount()), open.now());
      case Taken taken -> takenUnasked(open, state.hold(), taken);
      case Refused(_, var reason) -> notReleased(state, open, reason);
      case NotActed(var reason) -> open.notActed(reason);
      case Rejected(var reason) -> open.unknown(reason);
      case Unknown(var reason) -> open.unknown(reason);
    };
  }

  static Decision toRefund(Refunding state, OpenAttempt open, Answer answer) {
    return switch (answer) {
      case Approved(var reference, var amount, _) -> {
        var history = moved(open, reference, amount, "gave %s back, asked for %s");
        yield new Changed(refunded(state, history, state.refunded().plus(amount)), Change.REFUNDED);
      }
      case Refused(_, var reason) -> notRefunded(state, open, reason);
      case Rejected(var reason) -> notRefunded(state, open, reason);
      case NotActed(var reason) -> open.notActed(reason);
      case Taken _ -> open.unknown("The gateway tells of the capture, not of the refund");
      case Unknown(var reason) -> open.unknown(reason);
    };
  }

  /**
   * What the gateway moved is the truth: it is booked as a capture that nobody here asked for, and
   * settlement pays back what is not due.
   */
  static Decision takenUnasked(OpenAttempt open, Hold hold, Taken taken) {
    var amount = taken.amount();
    var words =
        "Money was taken that nobody here had asked for: %s, while %s of %s was under way"
            .formatted(amount, open.attempt().kind(), open.amount());
    var kind = amount.isGreaterThan(hold.authorized()) ? Kind.WHOLE : Kind.CAPTURE;
    var asked = open.refused("The money was taken").sending(kind, amount, open.now());
    var history =
        asked
            .answered(asked.open().orElseThrow().approved(taken.gatewayReference(), amount))
            .needing(Cause.TAKEN_UNASKED, words, open.now());
    var nothing = Money.zero(amount.getCurrencyUnit());
    return new Changed(
        new Captured(open.state().tap(), history, hold, amount, nothing), Change.CAPTURED);
  }

  /** What the gateway moved is the truth, whatever was asked; a difference is shown to a person. */
  private static AttemptHistory moved(
      OpenAttempt open, String reference, Money amount, String difference) {
    var history = open.approved(reference, amount);
    return amount.isEqual(open.amount())
        ? history
        : history.needing(
            Cause.AMOUNT_DIFFERS, differs(difference, amount, open.amount()), open.now());
  }

  static String differs(String difference, Money moved, Money asked) {
    return "The gateway " + difference.formatted(moved, asked);
  }

  private static Decision captured(
      Capturing state, OpenAttempt open, String reference, Money taken) {
    var history = moved(open, reference, taken, "took %s, asked for %s");
    var nothing = Money.zero(taken.getCurrencyUnit());
    var next = new Captured(state.tap(), history, state.hold(), taken, nothing);
    return new Changed(next, Change.CAPTURED);
  }

  static Decision released(Releasing state, AttemptHistory history, Instant now) {
    var ended = new Seen("gateway", "The hold was given back", now);
    var next =
        new Released(
            state.tap(),
            history.seen(each -> each.cause() == Cause.RELEASE_REFUSED, ended),
            state.hold(),
            state.cause(),
            state.reason());
    return new Changed(
        next, state.cause() == ReleaseCause.EXPIRED ? Change.ATTEMPT_ANSWERED : Change.RELEASED);
  }

  private static Decision notReleased(Releasing state, OpenAttempt open, String reason) {
    var why = "The gateway refused to give the hold back: " + reason;
    var history = open.refused(reason).needing(Cause.RELEASE_REFUSED, why, open.now());
    return new Changed(state.with(history), Change.ATTENTION);
  }

  private static Decision notRefunded(Refunding state, OpenAttempt open, String reason) {
    var why = "The gateway refused a refund of %s: %s".formatted(open.amount(), reason);
    var history = open.refused(reason).needing(Cause.REFUND_REFUSED, why, open.now());
    return new Changed(refunded(state, history, state.refunded()), Change.ATTENTION);
  }

  private static Decision captureFailed(Capturing state, OpenAttempt open, String reason) {
    var history = open.refused(reason).sending(Kind.RELEASE, state.hold().authorized(), open.now());
    var next =
        new Releasing(state.tap(), history, state.hold(), ReleaseCause.CAPTURE_FAILED, reason);
    return new Changed(next, Change.CAPTURE_FAILED);
  }

  private static Decision nextRung(Capturing state, OpenAttempt open, String reason) {
    var rung = state.rungsLeft().getFirst();
    var left = state.rungsLeft().subList(1, state.rungsLeft().size());
    var history = open.refused(reason).sending(rung.kind(), rung.amount(), open.now());
    var next = new Capturing(state.tap(), history, state.hold(), left);
    return new Changed(next, Change.ATTEMPT_ANSWERED);
  }

  private static Authorization refunded(Refunding state, AttemptHistory history, Money refunded) {
    return new Captured(state.tap(), history, state.hold(), state.captured(), refunded);
  }

  /** Nobody was told how much was held, and nothing is held any more. */
  static Hold nothingHeld(Card card, Taken taken, OpenAttempt open) {
    return new Hold(card, taken.amount(), taken.gatewayReference(), open.now());
  }
}
