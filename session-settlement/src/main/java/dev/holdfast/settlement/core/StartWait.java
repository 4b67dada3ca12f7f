package dev.holdfast.settlement.core;

import dev.holdfast.settlement.core.payment.Settlement;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * How long a hold waits for a session to begin.
 *
 * @param publishers the CPOs whose platform says when a session begins; {@code *} for all
 * @param start for such a start, since the hold was heard of
 * @param session for a close where no start is ever said, since the tap
 */
public record StartWait(Set<String> publishers, Duration start, Duration session) {
  private static final String ALL = "*";

  /** The set is copied. */
  public StartWait {
    publishers = Set.copyOf(publishers);
  }

  /** A tap that was heard of too late, or whose time nobody knows, waits since now. */
  Instant until(Settlement.AwaitingSession waiting, Instant now) {
    if (publishers.contains(ALL) || publishers.contains(waiting.hold().grant().cpoId())) {
      return now.plus(start);
    }
    Instant sinceTap = waiting.reference().tappedAt().plus(session);
    return sinceTap.isAfter(now) ? sinceTap : now.plus(session);
  }
}
