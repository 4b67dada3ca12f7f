package dev.holdfast.authorization.core;

import dev.holdfast.authorization.core.Authorization.Authorizing;
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
import dev.holdfast.authorization.core.attempt.Answer.Taken;
import dev.holdfast.authorization.core.attempt.Answer.Unknown;
import dev.holdfast.authorization.core.attempt.AttemptHistory;
import dev.holdfast.authorization.core.attempt.Attention.Cause;
import dev.holdfast.authorization.core.attempt.Attention.Seen;
import dev.holdfast.authorization.core.attempt.DeclineKind;
import dev.holdfast.authorization.core.attempt.Kind;
import java.time.Instant;
import org.joda.money.Money;

/** What an answer of the gateway does in each state that waits for one. */
final class Answers {
  private Answers() {}

  static Decision toAuthorize(Authorizing state, OpenAttempt open, Answer answer) {
    return switch (answer) {
      case Approved approved when approved.amount().isPositive() -> granted(state, open, approved);
      case Approved _ -> declined(state, open, new Refused("The gateway held nothing"));
      case Taken taken -> takenUnasked(open, hold(state.card(), taken, open), taken);
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
      case Taken taken -> takenUnasked(open, hold(state.card(), taken, open), taken);
      case Refused(_, var reason) -> over(state, open, reason);
      case Rejected(var reason) -> over(state, open, reason);
      case NotActed(var reason) when isWatchOver(state, open) -> over(state, open, reason);
      case NotActed(var reason) -> open.unknown(reason);
      case Unknown(var reason) -> open.unknown(reason);
    };
  }

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
                differs("held %s, asked for %s", amount, tap.requested()),
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

  private static String differs(String difference, Money moved, Money asked) {
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

  private static Hold hold(Card card, Approved approved) {
    return new Hold(card, approved.amount(), approved.gatewayReference(), approved.holdExpiresAt());
  }

  /** Nobody was told how much was held, and nothing is held any more. */
  private static Hold hold(Card card, Taken taken, OpenAttempt open) {
    return new Hold(card, taken.amount(), taken.gatewayReference(), open.now());
  }
}
