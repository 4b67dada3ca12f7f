package dev.holdfast.settlement.core;

import dev.holdfast.settlement.core.payment.AttentionReason;
import dev.holdfast.settlement.core.payment.Settlement;
import java.time.Instant;
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
