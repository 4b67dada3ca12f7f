package dev.holdfast.simulator.payter;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a session began with, and keeps; amounts in minor units.
 *
 * @param asked what the bank was asked for
 * @param authorizedAmount what it holds, 0 when it declined
 */
record Opening(
    Fact.Names names,
    Card card,
    long asked,
    long authorizedAmount,
    String authorizationCode,
    @Nullable Instant expiresAt,
    @Nullable CallbackUrl callbackUrl) {

  static Opening of(
      Fact.Authorized fact, Card card, long asked, @Nullable CallbackUrl callbackUrl) {
    return new Opening(
        fact.names(),
        card,
        asked,
        fact.minorUnits(),
        fact.authorizationCode(),
        fact.expiresAt(),
        callbackUrl);
  }

  static Opening of(Fact.Declined fact, Card card, long asked, @Nullable CallbackUrl callbackUrl) {
    return new Opening(fact.names(), card, asked, 0, "", null, callbackUrl);
  }

  boolean hasEnded(Instant now) {
    return expiresAt != null && !now.isBefore(expiresAt);
  }

  long highestCapture(boolean overCommit) {
    return card.highestCapture(authorizedAmount, overCommit);
  }
}
