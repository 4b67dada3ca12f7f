package dev.holdfast.authorization.core;

import dev.holdfast.authorization.core.Authorization.Abandoned;
import dev.holdfast.authorization.core.Authorization.Authorizing;
import dev.holdfast.authorization.core.Authorization.AwaitingCard;
import dev.holdfast.authorization.core.Authorization.CaptureFailed;
import dev.holdfast.authorization.core.Authorization.Captured;
import dev.holdfast.authorization.core.Authorization.Capturing;
import dev.holdfast.authorization.core.Authorization.Declined;
import dev.holdfast.authorization.core.Authorization.Expired;
import dev.holdfast.authorization.core.Authorization.Held;
import dev.holdfast.authorization.core.Authorization.Refunding;
import dev.holdfast.authorization.core.Authorization.Released;
import dev.holdfast.authorization.core.Authorization.Releasing;
import dev.holdfast.authorization.core.Command.Answered;
import dev.holdfast.authorization.core.Command.Cancel;
import dev.holdfast.authorization.core.Command.CardRead;
import dev.holdfast.authorization.core.Command.Lapse;
import dev.holdfast.authorization.core.Command.NoCard;
import dev.holdfast.authorization.core.Command.Settle;
import dev.holdfast.authorization.core.Command.StillArmed;
import dev.holdfast.authorization.core.Decision.Changed;
import dev.holdfast.authorization.core.Decision.Ignored;
import dev.holdfast.authorization.core.Decision.Refused;
import dev.holdfast.authorization.core.attempt.Kind;
import java.time.Instant;

/** The one table of what each command does in each state. */
public final class Lifecycle {
  private Lifecycle() {}

  /** Decides what a command does; duplicates and lost races are ignored, never failures. */
  public static Decision decide(Authorization state, Command command, Instant now) {
    if (command instanceof Settle settle && isSeen(settle, state)) {
      return new Ignored("Settlement version %d was seen".formatted(settle.settlementVersion()));
    }
    return switch (state) {
      case AwaitingCard awaiting ->
          switch (command) {
            case CardRead read -> authorizing(awaiting, read, now);
            case NoCard(var reason) -> abandoned(awaiting, reason);
            case Cancel(var reason) -> abandoned(awaiting, reason);
            case StillArmed(var reason) -> stillArmed(awaiting, reason);
            case Settle _ -> new Refused(Refusal.NO_HOLD);
            case Answered _, Lapse _ -> nothingToDo(state, command);
          };
      case Authorizing authorizing ->
          switch (command) {
            case Answered answered ->
                OpenAttempt.hear(
                    state,
                    answered,
                    open -> Answers.toAuthorize(authorizing, open, answered.answer(), now));
            case Cancel _ -> new Refused(Refusal.BANK_IS_ASKED);
            case Settle _ -> new Refused(Refusal.NO_HOLD);
            case CardRead _, NoCard _, StillArmed _, Lapse _ -> nothingToDo(state, command);
          };
      case Held held ->
          switch (command) {
            case Settle settle -> Orders.settle(held, settle, now);
            case Cancel(var reason) -> Orders.release(held, held.history().next(), reason, now);
            case Lapse lapse -> lapse(held, lapse, now);
            case CardRead _, NoCard _, StillArmed _, Answered _ -> nothingToDo(state, command);
          };
      case Capturing capturing ->
          switch (command) {
            case Answered answered ->
                OpenAttempt.hear(
                    state,
                    answered,
                    open -> Answers.toCapture(capturing, open, answered.answer(), now));
            case Cancel _ -> new Refused(Refusal.CAPTURE_BEGUN);
            case CardRead _, NoCard _, StillArmed _, Settle _, Lapse _ ->
                nothingToDo(state, command);
          };
      case Captured captured ->
          switch (command) {
            case Settle settle -> Orders.correct(captured, settle, now);
            case Cancel _ -> new Refused(Refusal.CAPTURE_MADE);
            case CardRead _, NoCard _, StillArmed _, Answered _, Lapse _ ->
                nothingToDo(state, command);
          };
      case CaptureFailed failed ->
          switch (command) {
            case Answered answered ->
                OpenAttempt.hear(
                    state,
                    answered,
                    open -> Answers.toGivingBack(failed, open, answered.answer(), Change.RELEASED));
            case CardRead _, NoCard _, StillArmed _, Settle _, Cancel _, Lapse _ ->
                nothingToDo(state, command);
          };
      case Releasing releasing ->
          switch (command) {
            case Answered answered ->
                OpenAttempt.hear(
                    state, answered, open -> Answers.toRelease(releasing, open, answered.answer()));
            case CardRead _, NoCard _, StillArmed _, Settle _, Cancel _, Lapse _ ->
                nothingToDo(state, command);
          };
      case Refunding refunding ->
          switch (command) {
            case Answered answered ->
                OpenAttempt.hear(
                    state, answered, open -> Answers.toRefund(refunding, open, answered.answer()));
            case Cancel _ -> new Refused(Refusal.REFUND_BEGUN);
            case CardRead _, NoCard _, StillArmed _, Settle _, Lapse _ ->
                nothingToDo(state, command);
          };
      case Declined _, Abandoned _ ->
          switch (command) {
            case Settle _ -> new Refused(Refusal.NO_HOLD);
            case CardRead _, NoCard _, StillArmed _, Answered _, Cancel _, Lapse _ ->
                nothingToDo(state, command);
          };
      // The hold is gone, and settlement learns so from the topic: an order that crossed is void.
      case Expired expired ->
          switch (command) {
            case Answered answered ->
                OpenAttempt.hear(
                    state,
                    answered,
                    open ->
                        Answers.toGivingBack(
                            expired, open, answered.answer(), Change.ATTEMPT_ANSWERED));
            case CardRead _, NoCard _, StillArmed _, Settle _, Cancel _, Lapse _ ->
                nothingToDo(state, command);
          };
      case Released _ ->
          switch (command) {
            case CardRead _, NoCard _, StillArmed _, Answered _, Settle _, Cancel _, Lapse _ ->
                nothingToDo(state, command);
          };
    };
  }

  private static boolean isSeen(Settle settle, Authorization state) {
    return settle.settlementVersion() <= state.history().settlementVersion();
  }

  private static Decision authorizing(AwaitingCard awaiting, CardRead read, Instant now) {
    var tap = awaiting.tap();
    var history =
        awaiting.history().next().sending(Kind.AUTHORIZE, tap.requested(), now, read.before());
    return new Changed(new Authorizing(tap, history, read.card()), Change.CARD_READ);
  }

  private static Decision abandoned(AwaitingCard awaiting, String reason) {
    var history = awaiting.history().next().needing(null);
    return new Changed(new Abandoned(awaiting.tap(), history, reason), Change.ABANDONED);
  }

  /** Said once: the terminal stays busy, and a hold may still come of it. */
  private static Decision stillArmed(AwaitingCard awaiting, String reason) {
    if (awaiting.history().attention() != null) {
      return new Ignored("A person knows of it");
    }
    var why = "No card came, and the gateway does not say that none can come: " + reason;
    return new Changed(awaiting.with(awaiting.history().next().needing(why)), Change.ATTENTION);
  }

  private static Decision lapse(Held held, Lapse lapse, Instant now) {
    var end = held.hold().expiresAt();
    var history = held.history().next();
    if (!now.isBefore(end)) {
      var giving = history.sending(Kind.RELEASE, held.hold().authorized(), now);
      return new Changed(new Expired(held.tap(), giving, held.hold()), Change.EXPIRED);
    }
    return held.expiring() || now.isBefore(end.minus(lapse.notice()))
        ? new Ignored("The hold is valid until " + end)
        : new Changed(new Held(held.tap(), history, held.hold(), true), Change.EXPIRING);
  }

  private static Decision nothingToDo(Authorization state, Command command) {
    return new Ignored(
        "%s does nothing while %s"
            .formatted(command.getClass().getSimpleName(), Summary.of(state).status()));
  }
}
