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
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How long to wait.
 *
 * @param forHold for a hold, since its session's close was heard of
 * @param forStart for a start, since the hold was heard of; empty where nobody publishes starts
 * @param beforeExpiry before its end a hold is released whose session has not closed
 */
public record Patience(Duration forHold, Optional<Duration> forStart, Duration beforeExpiry) {

  /**
   * What is due next; null where nothing is. A wait that goes on keeps its end.
   *
   * @param before what was due until now
   */
  public @Nullable Due next(Settlement settlement, @Nullable Due before, Instant now) {
    if (!Deadline.isMissable(settlement)) {
      return null;
    }
    Hold hold = settlement.hold();
    if (hold == null) {
      return since(Deadline.HOLD_UNKNOWN, forHold, before, now);
    }
    Stream<Due> close = Stream.ofNullable(closing(hold, before, now));
    Stream<Due> start =
        settlement.session() == null
            ? forStart.stream().map(wait -> since(Deadline.NOT_STARTED, wait, before, now))
            : Stream.empty();
    return Stream.concat(start, close)
        .min((one, other) -> one.at().compareTo(other.at()))
        .orElse(null);
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

  /** Null where a hold is near its end already, when it is heard of: that lapses by itself. */
  private @Nullable Due closing(Hold hold, @Nullable Due before, Instant now) {
    Instant expiresAt = hold.grant().expiresAt();
    if (expiresAt == null) {
      return null;
    }
    Instant at = expiresAt.minus(beforeExpiry);
    boolean known = before != null && before.deadline() == Deadline.NOT_CLOSED;
    return known || now.isBefore(at) ? new Due(Deadline.NOT_CLOSED, at) : null;
  }

  private static Due since(Deadline deadline, Duration wait, @Nullable Due before, Instant now) {
    return before != null && before.deadline() == deadline
        ? before
        : new Due(deadline, now.plus(wait));
  }
}
