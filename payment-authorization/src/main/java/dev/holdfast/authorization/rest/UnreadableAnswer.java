package dev.holdfast.authorization.rest;

import dev.holdfast.authorization.ShowHolds.Unreadable;
import java.time.Instant;
import java.util.UUID;

/**
 * An authorization that a newer version of this service has written, and this one cannot read: its
 * state and its amounts are not known here.
 *
 * @param problem what this version does not know of it
 * @param remedy what to do
 */
record UnreadableAnswer(
    UUID reference,
    long version,
    Instant changedAt,
    String terminalSerial,
    Instant requestedAt,
    String problem,
    String remedy) {
  static final String REMEDY =
      "ask again, as another instance may be of the newer version; or start that version again";

  static UnreadableAnswer of(Unreadable row) {
    return new UnreadableAnswer(
        row.reference(),
        row.version(),
        row.changedAt(),
        row.terminalSerial(),
        row.requestedAt(),
        row.problem(),
        REMEDY);
  }
}
