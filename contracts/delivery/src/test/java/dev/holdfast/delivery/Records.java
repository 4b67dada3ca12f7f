package dev.holdfast.delivery;

import dev.holdfast.events.SessionStarted;
import java.time.Instant;

/** Records as a charging platform publishes them. */
final class Records {
  private Records() {}

  static SessionStarted started(String reference) {
    return SessionStarted.newBuilder()
        .setReference(reference)
        .setSessionId("session")
        .setEvseId("NL*ABC*E1")
        .setStartedAt(Instant.parse("2026-11-22T10:15:30Z"))
        .build();
  }
}
