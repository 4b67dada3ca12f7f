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
import dev.holdfast.authorization.core.Command.Resolution;
import dev.holdfast.authorization.core.Command.Resolve;
import dev.holdfast.authorization.core.Decision.Changed;
import dev.holdfast.authorization.core.Decision.Refused;
import dev.holdfast.authorization.core.attempt.Answer;
import dev.holdfast.authorization.core.attempt.Attempt;
import dev.holdfast.authorization.core.attempt.Attention;
import dev.holdfast.authorization.core.attempt.Kind;
import dev.holdfast.authorization.core.attempt.Outcome;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * What a person may say of a payment where the machine knows no way on. What has really happened
 * goes the same way as an answer of the gateway.
 */
final class Acts {
  private final Authorization state;
  private final Resolve resolve;
  private final BiFunction<Authorization, Answered, Decision> hear;
  private final Instant now;

  private Acts(
      Authorization state,
      Resolve resolve,
      BiFunction<Authorization, Answered, Decision> hear,
      Instant now) {
    this.state = state;
    this.resolve = resolve;
    this.hear = hear;
    this.now = now;
  }

  static Decision acknowledge(Authorization state, Acknowledge seen) {
    var history = state.history();
    return history.attentions().stream().anyMatch(each -> isMeant(each, seen))
        ? new Changed(
            state.with(history.next().seen(each -> isMeant(each, seen), seen.who())),
            Change.ATTENTION)
        : new Refused(Refusal.NO_SUCH_ATTENTION);
  }

  private static boolean isMeant(Attention attention, Acknowledge seen) {
    return attention.number() == seen.attention() && attention.isOpen();
  }

  /**
   * Decides on a person's word.
   *
   * @param hear decides on an answer of the gateway
   */
  static Decision resolve(
      Authorization state,
      Resolve resolve,
      BiFunction<Authorization, Answered, Decision> hear,
      Instant now) {
    return resolve.version() == state.history().version()
        ? new Acts(state, resolve, hear, now).resolve()
        : new Refused(Refusal.STALE);
  }

  private Decision resolve() {
    var decision =
        switch (resolve.resolution()) {
          case Resolution.TerminalFree() -> terminalFree();
          case Resolution.NotActed(var attempt) -> sendAgain(attempt);
          case Resolution.Refused(var attempt) ->
              answered(attempt, new Answer.Refused(resolve.who().note()));
          case Resolution.Taken(var attempt, var reference, var amount) ->
              answered(attempt, new Answer.Taken(reference, amount));
          case Resolution.Done(var attempt, var reference, var amount, var end) ->
              answered(attempt, new Answer.Approved(reference, amount, end == null ? now : end));
        };
    return decision instanceof Changed(var next, var change)
        ? new Changed(next.with(next.history().seen(this::wasThere, resolve.who())), change)
        : decision;
  }

  /** What needed a person has found one; what this very act asks for has not. */
  private boolean wasThere(Attention attention) {
    return attention.number() <= state.history().attentions().size();
  }

  private Decision terminalFree() {
    return switch (state) {
      case AwaitingCard _, GivingUp _ ->
          new Changed(
              new Abandoned(state.tap(), state.history().next(), resolve.who().note()),
              Change.ABANDONED);
      case Authorizing authorizing -> HoldAnswers.watched(authorizing, resolve.who().note(), now);
      case Held _, Declined _, Abandoned _, Capturing _, Captured _ -> nothingOpen();
      case Releasing _, Released _, Refunding _ -> nothingOpen();
    };
  }

  /** What is open keeps its key; what was refused needs another, as the old one is answered for. */
  private Decision sendAgain(int number) {
    var history = state.history();
    var next =
        history.open().isPresent()
            ? reopened(number)
                .map(open -> open.with(history.next().answered(last().sentAgain(words()))))
            : reopened(number)
                .map(
                    open -> open.with(history.next().sending(last().kind(), last().amount(), now)));
    return next.<Decision>map(open -> new Changed(open, Change.ATTEMPT_ANSWERED))
        .orElseGet(Acts::nothingOpen);
  }

  private Decision answered(int number, Answer answer) {
    return reopened(number)
        .map(open -> hear.apply(open, new Answered(number, answer)))
        .map(decision -> withWords(decision, number))
        .orElseGet(Acts::nothingOpen);
  }

  private Decision withWords(Decision decision, int number) {
    return decision instanceof Changed(var next, var change)
        ? new Changed(next.with(next.history().because(number, words())), change)
        : decision;
  }

  private String words() {
    return "%s says: %s".formatted(resolve.who().by(), resolve.who().note());
  }

  /** The state in which the last attempt, if it is the one, waits for an answer (again). */
  private Optional<Authorization> reopened(int number) {
    var history = state.history();
    if (history.last().filter(attempt -> attempt.number() == number).isEmpty()) {
      return Optional.empty();
    }
    if (history.open().isPresent()) {
      return Optional.of(state);
    }
    var asked = history.answered(last().unknown(words(), now));
    return last().outcome() != Outcome.REFUSED
        ? Optional.empty()
        : switch (state) {
          case Releasing releasing -> Optional.of(releasing.with(asked));
          case Captured captured when last().kind() == Kind.REFUND ->
              Optional.of(
                  new Refunding(
                      captured.tap(),
                      asked,
                      captured.hold(),
                      captured.captured(),
                      captured.refunded()));
          case AwaitingCard _, GivingUp _, Authorizing _, Held _, Declined _ -> Optional.empty();
          case Abandoned _, Capturing _, Captured _, Released _, Refunding _ -> Optional.empty();
        };
  }

  private Attempt last() {
    return state.history().last().orElseThrow();
  }

  private static Decision nothingOpen() {
    return new Refused(Refusal.NOTHING_OPEN);
  }
}
