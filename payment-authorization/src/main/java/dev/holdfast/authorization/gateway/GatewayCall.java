package dev.holdfast.authorization.gateway;

import dev.holdfast.authorization.core.Authorization;
import dev.holdfast.authorization.core.Hold;
import dev.holdfast.authorization.core.Summary;
import dev.holdfast.authorization.core.Tap;
import dev.holdfast.authorization.core.attempt.Attempt;
import java.util.Optional;

/**
 * A call that may move money, with all that a gateway needs for it.
 *
 * @param holdReference the gateway's own name for the hold; empty while it is being asked for
 */
public record GatewayCall(Tap tap, Optional<String> holdReference, Attempt attempt) {
  /**
   * The open call of a state.
   *
   * @throws IllegalStateException if it has none: only those that have one are claimed
   */
  public static GatewayCall of(Authorization state) {
    var attempt =
        state
            .history()
            .open()
            .orElseThrow(() -> new IllegalStateException("No open attempt: " + state));
    var hold = Optional.ofNullable(Summary.of(state).hold());
    return new GatewayCall(state.tap(), hold.map(Hold::gatewayReference), attempt);
  }

  /** The same for every repetition of this call; at most 64 characters. */
  public String idempotencyKey() {
    return attempt.idempotencyKey(tap.reference());
  }
}
