package dev.holdfast.terminal.core;

import java.time.Instant;

/**
 * A card reader.
 *
 * @param serial its vendor's serial
 * @param version grows by one with every change, the vendor's facts aside: they count only where
 *     something follows from them
 * @param changedAt when that version came to be
 * @param dossier all that was told of it
 * @param standing what followed from that at the last decision
 */
public record Terminal(
    String serial, long version, Instant changedAt, Dossier dossier, Standing standing) {

  Terminal next(Dossier told, Standing follows, Instant now) {
    return new Terminal(serial, version + 1, now, told, follows);
  }

  Terminal noting(Dossier told, Standing follows) {
    return new Terminal(serial, version, changedAt, told, follows);
  }
}
