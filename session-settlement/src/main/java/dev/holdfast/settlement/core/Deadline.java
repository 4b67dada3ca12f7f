package dev.holdfast.settlement.core;

import java.util.function.Function;
import java.util.Map;
import java.util.List;
import java.util.LinkedHashMap;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a settlement waits for no longer than until a time. */
public enum Deadline {
  /** A closed session waits for its hold; then a person is asked. */
  HOLD_UNKNOWN,
  /** A hold waits for a session to start; then it is released. */
  NOT_STARTED,
  /** A hold waits for its session to close; then it is released, before it lapses. */
  NOT_CLOSED;

  /** When, and what is missing then. */
  public record Due(Deadline deadline, Instant at) {}

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
      if (!isMissable(settlement)) {
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
      Map<Reference, Version> last = new LinkedHashMap<>();
      versions.forEach(version -> last.put(version.state().reference(), version));
      return last.values().stream().map(one -> latest(one, before)).toList();
    }

    private Latest latest(Version last, Function<Reference, @Nullable Due> before) {
      Settlement state = last.state();
      return new Latest(
          state, last.at(), next(state, before.apply(state.reference()), last.at()));
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

  /** Does it wait for something that may never come? */
  static boolean isMissable(Settlement settlement) {
    return switch (settlement) {
      case Settlement.AwaitingHold waiting -> waiting.session().latest() != null;
      case Settlement.AwaitingSession waiting -> !waiting.hold().isOver();
      case Settlement.Decided decided -> false;
      case Settlement.Settled settled -> false;
      case Settlement.Correcting correcting -> false;
      case Settlement.Attention attention -> false;
    };
  }

  /** Was it waited for in vain, and has nothing been heard since that ends the wait? */
  static boolean isMissed(@Nullable Settlement settlement) {
    return switch (settlement) {
      case null -> false;
      case Settlement.Attention attention -> attention.reason() == AttentionReason.NO_AUTHORIZATION;
      case Settlement.Decided decided ->
          decided.session() == null || decided.session().latest() == null;
      case Settlement.AwaitingHold waiting -> false;
      case Settlement.AwaitingSession waiting -> false;
      case Settlement.Settled settled -> false;
      case Settlement.Correcting correcting -> false;
    };
  }
}
