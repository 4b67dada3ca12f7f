package dev.holdfast.simulator.payter;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a session began with, and keeps; the amount in minor units, 0 when the bank declined. */
record Opening(
    Fact.Names names,
    Card card,
    long authorizedAmount,
    String authorizationCode,
    @Nullable Instant expiresAt,
    @Nullable CallbackUrl callbackUrl) {

  static Opening of(Fact.Authorized fact, Card card, @Nullable CallbackUrl callbackUrl) {
    return new Opening(
        fact.names(),
        card,
        fact.minorUnits(),
        fact.authorizationCode(),
        fact.expiresAt(),
        callbackUrl);
  }

  static Opening of(Fact.Declined fact, Card card, @Nullable CallbackUrl callbackUrl) {
    return new Opening(fact.names(), card, 0, "", null, callbackUrl);
  }

  boolean hasEnded(Instant now) {
    return expiresAt != null && !now.isBefore(expiresAt);
  }

  long highestCapture(boolean overCommit) {
    return card.highestCapture(authorizedAmount, overCommit);
  }
}
