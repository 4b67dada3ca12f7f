package dev.holdfast.settlement.core;

import dev.holdfast.settlement.core.Deadline.Due;
import dev.holdfast.settlement.core.payment.Hold;
import dev.holdfast.settlement.core.payment.Reference;
import dev.holdfast.settlement.core.payment.Settlement;
import dev.holdfast.settlement.core.payment.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How long to wait.
 *
 * @param forHold for a hold, since its session was heard of
 * @param forStart for a session to begin
 * @param beforeExpiry before its end a hold is released whose session has not closed
 * @param forClose for a close once the hold is over, since that was heard of
 * @param forExecution for what was decided to be done
 */
public record Patience(
    Duration forHold,
    StartWait forStart,
    Duration beforeExpiry,
    Duration forClose,
    Duration forExecution) {

  /**
   * What is due next; null where nothing is. A wait that goes on keeps its end.
   *
   * @param before what was due until now
   */
  public @Nullable Due next(Settlement settlement, @Nullable Due before, Instant now) {
    return switch (settlement) {
      case Settlement.AwaitingHold waiting -> since(Deadline.HOLD_UNKNOWN, forHold, before, now);
      case Settlement.AwaitingSession waiting when waiting.hold().isOver() ->
          since(Deadline.NOT_BILLED, forClose, before, now);
      case Settlement.AwaitingSession waiting -> session(waiting, before, now);
      case Settlement.Decided decided -> since(Deadline.NOT_EXECUTED, forExecution, before, now);
      case Settlement.Correcting correcting ->
          since(Deadline.NOT_EXECUTED, forExecution, before, now);
      case Settlement.Attention attention when Deadline.isMissable(attention) ->
          new Due(Deadline.UNDECIDED, ending(Objects.requireNonNull(attention.hold()), now));
      case Settlement.Attention attention -> null;
      case Settlement.Settled settled -> null;
    };
  }

  private Due session(Settlement.AwaitingSession waiting, @Nullable Due before, Instant now) {
    Due close = closing(waiting.hold(), before, now);
    if (waiting.session() != null) {
      return close;
    }
    Due start = since(Deadline.NOT_STARTED, before, forStart.until(waiting, now));
    return start.at().isBefore(close.at()) ? start : close;
  }

  /**
   * The last version of each payment, and what is due for it.
   *
   * @param before what was due until now; null where nothing was
   */
  public List<Latest> last(List<Version> versions, Function<Reference, @Nullable Due> before) {
    var last = new LinkedHashMap<Reference, Version>();
    versions.forEach(version -> last.put(version.state().reference(), version));
    return last.values().stream().map(one -> latest(one, before)).toList();
  }

  private Latest latest(Version last, Function<Reference, @Nullable Due> before) {
    Settlement state = last.state();
    return new Latest(state, last.at(), next(state, before.apply(state.reference()), last.at()));
  }

  /** A hold that is near its end already, when it is heard of, lapses by itself before that. */
  private Due closing(Hold hold, @Nullable Due before, Instant now) {
    return since(Deadline.NOT_CLOSED, before, ending(hold, now));
  }

  /** In time before a hold lapses; where it is too late for that, or nobody knows, after it. */
  private Instant ending(Hold hold, Instant now) {
    Instant expiresAt = hold.grant().expiresAt();
    if (expiresAt == null) {
      return now.plus(forClose);
    }
    Instant inTime = expiresAt.minus(beforeExpiry);
    Instant lapsed = expiresAt.isAfter(now) ? expiresAt : now;
    return now.isBefore(inTime) ? inTime : lapsed.plus(forHold);
  }

  private static Due since(Deadline deadline, Duration wait, @Nullable Due before, Instant now) {
    return since(deadline, before, now.plus(wait));
  }

  private static Due since(Deadline deadline, @Nullable Due before, Instant at) {
    return before != null && before.deadline() == deadline ? before : new Due(deadline, at);
  }
}
