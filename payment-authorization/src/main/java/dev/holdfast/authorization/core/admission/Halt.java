package dev.holdfast.authorization.core.admission;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that stands still until a person lets it go on.
 *
 * @param vendor whose terminals stand still; null where it is a CPO's
 * @param cpoId whose terminals stand still; null where it is a vendor's
 */
public record Halt(
    UUID id,
    What what,
    @Nullable String vendor,
    @Nullable String cpoId,
    String by,
    String reason,
    Instant since) {

  /** What stands still. */
  public enum What {
    /** No new hold is asked for. */
    TAPS,
    /** No capture is sent: holds stand, and lapse at their end. */
    CAPTURES
  }
}
