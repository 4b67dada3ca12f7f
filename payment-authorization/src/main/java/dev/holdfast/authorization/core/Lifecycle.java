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
import dev.holdfast.authorization.core.Command.Acknowledge;
import dev.holdfast.authorization.core.Command.Answered;
import dev.holdfast.authorization.core.Command.Cancel;
import dev.holdfast.authorization.core.Command.CardRead;
import dev.holdfast.authorization.core.Command.Disarmed;
import dev.holdfast.authorization.core.Command.Lapse;
import dev.holdfast.authorization.core.Command.NoCard;
import dev.holdfast.authorization.core.Command.Resolve;
import dev.holdfast.authorization.core.Command.Settle;
import dev.holdfast.authorization.core.Command.Step;
import dev.holdfast.authorization.core.Decision.Changed;
import dev.holdfast.authorization.core.Decision.Ignored;
import dev.holdfast.authorization.core.Decision.Prepared;
import dev.holdfast.authorization.core.Decision.Refused;
import dev.holdfast.authorization.core.attempt.Answer;
import dev.holdfast.authorization.core.attempt.Attention.Cause;
import dev.holdfast.authorization.core.attempt.Attention.Seen;
import dev.holdfast.authorization.core.attempt.Kind;
import java.time.Instant;

/** The one table of what each command does in each state. */
public final class Lifecycle {
  private final Rules rules;
  private final Instant now;

  private Lifecycle(Rules rules, Instant now) {
    this.rules = rules;
    this.now = now;
  }

  /** Decides what a command does; duplicates and lost races are ignored, never failures. */
  public static Decision decide(Authorization state, Command command, Rules rules, Instant now) {
    if (command instanceof Settle settle && isSeen(settle, state)) {
      return new Ignored("Settlement version %d was seen".formatted(settle.settlementVersion()));
    }
    var lifecycle = new Lifecycle(rules, now);
    return switch (command) {
      case Step step -> lifecycle.step(state, step);
      case Resolve resolve -> Acts.resolve(state, resolve, lifecycle::step, now);
      case Acknowledge acknowledge -> Acts.acknowledge(state, acknowledge);
    };
  }

  private Decision step(Authorization state, Step step) {
    return switch (state) {
      case AwaitingCard awaiting ->
          switch (step) {
            case CardRead read -> authorizing(awaiting, read);
            case NoCard(var reason) -> givingUp(awaiting, reason);
            case Cancel(var reason) -> givingUp(awaiting, reason);
            case Lapse _ when isDriverGone(state) -> givingUp(awaiting, "No card was presented");
            case Settle _ -> new Refused(Refusal.NO_HOLD);
            case Answered _, Disarmed _, Lapse _ -> nothingToDo(state, step);
          };
      case GivingUp givingUp ->
          switch (step) {
            case Disarmed _ -> abandoned(givingUp);
            case Lapse _ when isDriverGone(state) && !givingUp.terminalFree() -> freed(givingUp);
            case Settle _ -> new Refused(Refusal.NO_HOLD);
            case Answered _, CardRead _, NoCard _, Cancel _, Lapse _ -> nothingToDo(state, step);
          };
      case Authorizing authorizing ->
          switch (step) {
            case Answered answered -> hear(authorizing, answered, HoldAnswers::toAuthorize);
            case Lapse _ when isDriverGone(state) ->
                HoldAnswers.watched(
                    authorizing, "The gateway gave no certain answer in the driver's time", now);
            case Cancel _ -> new Refused(Refusal.BANK_IS_ASKED);
            case Settle _ -> new Refused(Refusal.NO_HOLD);
            case CardRead _, NoCard _, Disarmed _, Lapse _ -> nothingToDo(state, step);
          };
      case Held held ->
          switch (step) {
            case Settle settle -> Orders.settle(held, settle, now);
            case Cancel(var reason) -> Orders.release(held, held.history().next(), reason, now);
            case Lapse _ -> lapse(held);
            case CardRead _, NoCard _, Disarmed _, Answered _ -> nothingToDo(state, step);
          };
      case Capturing capturing ->
          switch (step) {
            case Answered answered -> hear(capturing, answered, MoneyAnswers::toCapture);
            case Cancel _ -> new Refused(Refusal.CAPTURE_BEGUN);
            case CardRead _, NoCard _, Disarmed _, Settle _, Lapse _ -> nothingToDo(state, step);
          };
      case Captured captured ->
          switch (step) {
            case Settle settle -> Orders.correct(captured, settle, now);
            case Cancel _ -> new Refused(Refusal.CAPTURE_MADE);
            case CardRead _, NoCard _, Disarmed _, Answered _, Lapse _ -> nothingToDo(state, step);
          };
      case Releasing releasing ->
          switch (step) {
            case Answered answered -> hear(releasing, answered, MoneyAnswers::toRelease);
            case Settle settle when isRefused(releasing) -> Orders.settle(releasing, settle, now);
            case CardRead _, NoCard _, Disarmed _, Settle _, Cancel _, Lapse _ ->
                nothingToDo(state, step);
          };
      case Refunding refunding ->
          switch (step) {
            case Answered answered -> hear(refunding, answered, MoneyAnswers::toRefund);
            case Cancel _ -> new Refused(Refusal.REFUND_BEGUN);
            case CardRead _, NoCard _, Disarmed _, Settle _, Lapse _ -> nothingToDo(state, step);
          };
      case Declined declined ->
          switch (step) {
            case Answered answered -> hear(declined, answered, HoldAnswers::toWatch);
            case Settle _ -> new Refused(Refusal.NO_HOLD);
            case CardRead _, NoCard _, Disarmed _, Cancel _, Lapse _ -> nothingToDo(state, step);
          };
      case Abandoned _ ->
          switch (step) {
            case Settle _ -> new Refused(Refusal.NO_HOLD);
            case CardRead _, NoCard _, Disarmed _, Answered _, Cancel _, Lapse _ ->
                nothingToDo(state, step);
          };
      // The hold is gone, and settlement learns so from the topic: an order that crossed is void.
      case Released _ ->
          switch (step) {
            case CardRead _, NoCard _, Disarmed _, Answered _, Settle _, Cancel _, Lapse _ ->
                nothingToDo(state, step);
          };
    };
  }

  private interface Rule<S extends Authorization> {
    Decision apply(S state, OpenAttempt open, Answer answer);
  }

  private <S extends Authorization> Decision hear(S state, Answered answered, Rule<S> rule) {
    return OpenAttempt.hear(
        state, answered, rules, now, open -> rule.apply(state, open, answered.answer()));
  }

  private static boolean isSeen(Settle settle, Authorization state) {
    return settle.settlementVersion() <= state.history().settlementVersion();
  }

  private boolean isDriverGone(Authorization state) {
    return rules.times().isDriverGone(state.tap(), now);
  }

  private static boolean isRefused(Releasing releasing) {
    return releasing.history().open().isEmpty();
  }

  private Decision authorizing(AwaitingCard awaiting, CardRead read) {
    var tap = awaiting.tap();
    var history =
        awaiting.history().next().sending(Kind.AUTHORIZE, tap.requested(), now, read.before());
    return new Changed(new Authorizing(tap, history, read.card()), Change.CARD_READ);
  }

  private static Decision givingUp(AwaitingCard awaiting, String reason) {
    return new Prepared(new GivingUp(awaiting.tap(), awaiting.history(), reason, false));
  }

  private Decision abandoned(GivingUp givingUp) {
    var ended = new Seen("gateway", "The terminal reads no card any more", now);
    var history =
        givingUp.history().next().seen(each -> each.cause() == Cause.TERMINAL_NOT_FREE, ended);
    return new Changed(new Abandoned(givingUp.tap(), history, givingUp.reason()), Change.ABANDONED);
  }

  private Decision freed(GivingUp givingUp) {
    var why = "The gateway does not say that the terminal reads no card any more";
    var history = givingUp.history().next().needing(Cause.TERMINAL_NOT_FREE, why, now);
    return new Changed(
        new GivingUp(givingUp.tap(), history, givingUp.reason(), true), Change.ATTENTION);
  }

  private Decision lapse(Held held) {
    var end = held.hold().expiresAt();
    var history = held.history().next();
    if (!now.isBefore(end)) {
      var giving = history.sending(Kind.RELEASE, held.hold().authorized(), now);
      return new Changed(
          new Releasing(held.tap(), giving, held.hold(), ReleaseCause.EXPIRED, null),
          Change.EXPIRED);
    }
    return held.expiring() || now.isBefore(end.minus(rules.times().expiryNotice()))
        ? new Ignored("The hold is valid until " + end)
        : new Changed(new Held(held.tap(), history, held.hold(), true), Change.EXPIRING);
  }

  private static Decision nothingToDo(Authorization state, Step step) {
    return new Ignored(
        "%s does nothing while %s"
            .formatted(step.getClass().getSimpleName(), Summary.of(state).status()));
  }
}
