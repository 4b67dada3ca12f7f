package dev.holdfast.settlement.core.payment;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Another session, or another content of a revision.
 *
 * @param close null for a second start
 * @param resolved has a person decided that this is void?
 */
public record Contradiction(
    AttentionReason reason, String sessionId, @Nullable Close close, boolean resolved) {

  /** Says what is known: also whatever else comes of a session that a person has refused. */
  boolean repeats(Contradiction known) {
    boolean isOfRefused = known.resolved && known.reason == AttentionReason.SECOND_SESSION;
    return sessionId.equals(known.sessionId) && (isOfRefused || saysTheSameAs(known.close));
  }

  Contradiction decided() {
    return new Contradiction(reason, sessionId, close, true);
  }

  private boolean saysTheSameAs(@Nullable Close other) {
    return (close == null || other == null)
        ? Objects.equals(close, other)
        : close.revision() == other.revision() && close.saysTheSameAs(other);
  }
}
