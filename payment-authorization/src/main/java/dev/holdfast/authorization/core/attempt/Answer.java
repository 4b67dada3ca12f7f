package dev.holdfast.authorization.core.attempt;

import java.time.Instant;
import org.joda.money.Money;

/** What the gateway said of an attempt, at the call or at a look-up; never an exception. */
public sealed interface Answer {
  /**
   * It was done.
   *
   * @param amount what was held, taken, given back or paid back
   * @param holdExpiresAt when the hold lapses; of meaning for AUTHORIZE only
   */
  record Approved(String gatewayReference, Money amount, Instant holdExpiresAt) implements Answer {}

  /**
   * Whatever was asked for, money of this hold was taken already: by somebody at the vendor's
   * portal, or by a call that was carried out late.
   */
  record Taken(String gatewayReference, Money amount) implements Answer {}

  /** It was not done, and will not be. */
  record Refused(DeclineKind kind, String reason) implements Answer {
    /** For a reason that is of no kind that a driver could act on. */
    public Refused(String reason) {
      this(DeclineKind.OTHER, reason);
    }
  }

  /**
   * It was not done, and for no reason of the card: a fault of the request, of the account, or of
   * the gateway's own rules. What it says of this call it need not say of the next one.
   */
  record Rejected(String reason) implements Answer {}

  /**
   * It may have been done: time-out, broken connection, server error, accepted but not confirmed.
   */
  record Unknown(String reason) implements Answer {}

  /** A look-up found that the gateway has not acted (yet): a call under way may still reach it. */
  record NotActed(String reason) implements Answer {}
}
