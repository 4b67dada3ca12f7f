package dev.holdfast.authorization.core;

import dev.holdfast.authorization.core.Command.Answered;
import dev.holdfast.authorization.core.Decision.Changed;
import dev.holdfast.authorization.core.Decision.Ignored;
import dev.holdfast.authorization.core.attempt.Attempt;
import dev.holdfast.authorization.core.attempt.AttemptHistory;
import java.util.function.Function;
import org.joda.money.Money;

/** The attempt that an answer is for, and what the history becomes with it. */
record OpenAttempt(Authorization state, Attempt attempt) {

  /** An answer to anything but the open attempt comes too late, or twice, and does nothing. */
  static Decision hear(
      Authorization state, Answered answered, Function<OpenAttempt, Decision> rule) {
    return state
        .history()
        .open()
        .filter(attempt -> attempt.number() == answered.attempt())
        .map(attempt -> rule.apply(new OpenAttempt(state, attempt)))
        .orElseGet(() -> new Ignored("Attempt %d is not open".formatted(answered.attempt())));
  }

  Money amount() {
    return attempt.amount();
  }

  AttemptHistory approved(String gatewayReference) {
    return with(attempt.approved(gatewayReference)).needing(null);
  }

  AttemptHistory refused(String reason) {
    return with(attempt.refused(reason)).needing(null);
  }

  /** Looked up again later; never the next rung from here. */
  Decision unknown(String reason) {
    var unknown = attempt.unknown(reason);
    var history = with(unknown);
    if (!Timetable.isExhausted(unknown.unanswered())) {
      return new Changed(state.with(history), Change.ATTEMPT_ANSWERED);
    }
    return new Changed(state.with(history.needing(whatAPersonNeeds(unknown))), Change.ATTENTION);
  }

  /** The same attempt with the same key once more, unless it was tried often enough. */
  Decision notActed(String reason) {
    var again = attempt.sentAgain(reason);
    return Timetable.isExhausted(again.unanswered())
        ? unknown(reason)
        : new Changed(state.with(with(again)), Change.ATTEMPT_ANSWERED);
  }

  private AttemptHistory with(Attempt answered) {
    return state.history().next().answered(answered);
  }

  private String whatAPersonNeeds(Attempt unknown) {
    return "No certain answer to %s of %s, asked %d times, idempotency key %s: %s"
        .formatted(
            unknown.kind(),
            unknown.amount(),
            unknown.unanswered(),
            unknown.idempotencyKey(state.tap().reference()),
            unknown.reason());
  }
}
