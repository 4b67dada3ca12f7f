package dev.holdfast.authorization.core;

import java.time.Instant;
import java.util.UUID;
import org.joda.money.Money;

/**
 * What was agreed when the hold was asked for; it never changes afterwards.
 *
 * @param overCommit may more than the hold be taken, as the terminal stood then
 * @param cardDeadline until when the driver may present a card
 */
public record Tap(
    UUID reference,
    Environment environment,
    Reader reader,
    String evseId,
    boolean overCommit,
    Money requested,
    Instant at,
    Instant cardDeadline) {

  /** The terminal as it stood then: who runs it (vendor) and whose it is (cpoId). */
  public record Reader(String serial, String vendor, String cpoId) {}

  public Tap {
    if (!requested.isPositive()) {
      throw new IllegalArgumentException("A hold must be above zero, not " + requested);
    }
  }
}
