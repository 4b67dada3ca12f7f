package dev.holdfast.settlement.core.payment;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Another session, another content of a revision, or the same session on another payment.
 *
 * @param close null for a second start, and where another payment has the session
 * @param resolved has a person decided about it?
 * @param elsewhere the payment that had the session first; null for what concerns this one alone
 */
public record Contradiction(
    AttentionReason reason,
    String sessionId,
    @Nullable Close close,
    boolean resolved,
    @Nullable Reference elsewhere) {

  /** One that no other payment has a part in, and that nobody has decided about. */
  static Contradiction open(AttentionReason reason, String sessionId, @Nullable Close close) {
    return new Contradiction(reason, sessionId, close, false, null);
  }

  /** Says what is known already. */
  boolean repeats(Contradiction known) {
    return sessionId.equals(known.sessionId)
        && Objects.equals(elsewhere, known.elsewhere)
        && ((close == null || known.close == null)
            ? Objects.equals(close, known.close)
            : close.repeats(known.close));
  }

  /** Is it of a session that a person has decided about? */
  boolean isOfDecided(String session) {
    return resolved && reason == AttentionReason.SECOND_SESSION && sessionId.equals(session);
  }

  Contradiction decided() {
    return new Contradiction(reason, sessionId, close, true, elsewhere);
  }
}
