package dev.holdfast.terminal.core.cpo;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The agreement that a CPO may take contactless payments in one environment.
 *
 * @param validTo the first instant at which it no longer holds; null while no end is agreed
 * @param agreedBy the person or paper that says so
 */
public record Contract(Instant validFrom, @Nullable Instant validTo, String agreedBy) {
  /** Refuses a contract that ends before it starts. */
  public Contract {
    if (validTo != null && !validTo.isAfter(validFrom)) {
      throw new IllegalArgumentException(
          "contract ends " + validTo + ", which is not after its start " + validFrom);
    }
  }

  /** Does it hold at that instant? */
  public boolean inForceAt(Instant now) {
    return !now.isBefore(validFrom) && (validTo == null || now.isBefore(validTo));
  }

  /** Is there an instant at which both hold? */
  boolean overlaps(Contract other) {
    return inForceAt(other.validFrom) || other.inForceAt(validFrom);
  }
}
