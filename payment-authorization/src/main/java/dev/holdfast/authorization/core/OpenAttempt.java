package dev.holdfast.authorization.core;

import dev.holdfast.authorization.core.Command.Answered;
import dev.holdfast.authorization.core.Decision.Changed;
import dev.holdfast.authorization.core.Decision.Ignored;
import dev.holdfast.authorization.core.attempt.Attempt;
import dev.holdfast.authorization.core.attempt.AttemptHistory;
import dev.holdfast.authorization.core.attempt.Attention.Cause;
import dev.holdfast.authorization.core.attempt.Attention.Seen;
import java.time.Instant;
import java.util.function.Function;
import org.joda.money.Money;

/** The attempt that an answer is for, and what the history becomes with it. */
record OpenAttempt(Authorization state, Attempt attempt, Rules rules, Instant now) {

  /** An answer to anything but the open attempt comes too late, or twice, and does nothing. */
  static Decision hear(
      Authorization state,
      Answered answered,
      Rules rules,
      Instant now,
      Function<OpenAttempt, Decision> rule) {
    return state
        .history()
        .open()
        .filter(attempt -> attempt.number() == answered.attempt())
        .map(attempt -> rule.apply(new OpenAttempt(state, attempt, rules, now)))
        .orElseGet(() -> new Ignored("Attempt %d is not open".formatted(answered.attempt())));
  }

  Money amount() {
    return attempt.amount();
  }

  AttemptHistory approved(String gatewayReference, Money moved) {
    return certain(attempt.approved(gatewayReference, moved));
  }

  AttemptHistory refused(String reason) {
    return certain(attempt.refused(reason));
  }

  /** Looked up again later; never the next rung from here. */
  Decision unknown(String reason) {
    var unknown = attempt.unknown(reason, now);
    var next = state.with(with(unknown));
    var isAskedAgain = rules.times().nextLookUp(next, unknown, now).isPresent();
    return isAskedAgain || next.history().needs(Cause.NO_CERTAIN_ANSWER)
        ? new Changed(next, Change.ATTEMPT_ANSWERED)
        : needing(Cause.NO_CERTAIN_ANSWER, next, whatAPersonNeeds(unknown));
  }

  /** The same, and a person must know at once. */
  Decision unknown(Cause cause, String reason) {
    var next = state.with(with(attempt.unknown(reason, now)));
    return next.history().needs(cause)
        ? new Changed(next, Change.ATTEMPT_ANSWERED)
        : needing(cause, next, reason);
  }

  /** The same attempt with the same key once more, unless a call of it may be on its way. */
  Decision notActed(String reason) {
    var again = attempt.sentAgain(reason);
    return attempt.isSettled(rules.times().settle(), now) && isWorthAsking(again)
        ? new Changed(state.with(with(again)), Change.ATTEMPT_ANSWERED)
        : unknown(reason);
  }

  private boolean isWorthAsking(Attempt again) {
    return rules.times().nextLookUp(state, again, now).isPresent();
  }

  private Changed needing(Cause cause, Authorization next, String words) {
    return new Changed(next.with(next.history().needing(cause, words, now)), Change.ATTENTION);
  }

  private AttemptHistory certain(Attempt answered) {
    return with(answered)
        .seen(
            each ->
                each.cause() == Cause.NO_CERTAIN_ANSWER || each.cause() == Cause.CAPTURE_REJECTED,
            new Seen("gateway", "It has given a certain answer", now));
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
