package dev.holdfast.authorization.core;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What to find; what is empty lets all pass.
 *
 * @param endsBefore holds that nobody has decided on and that end before this
 */
public record HoldFilter(
    Set<Status> statuses,
    Optional<String> terminalSerial,
    Optional<String> cpoId,
    Period requested,
    Optional<Instant> endsBefore,
    Payment payment,
    Trouble trouble) {
  /** What a driver may remember: the card's last digits; an amount asked for, held or taken. */
  public record Payment(
      Optional<String> lastFour, Optional<Long> minorUnits, Optional<String> currency) {}

  /** From a moment, and up to but not at another. */
  public record Period(Optional<Instant> from, Optional<Instant> to) {}

  /** Where one stands in a list: the newest request comes first. */
  public record Place(Instant requestedAt, UUID reference) {}

  /** Only those whose last outcome is unknown; only those that a person must look at. */
  public record Trouble(boolean unknown, boolean attention) {}
}
