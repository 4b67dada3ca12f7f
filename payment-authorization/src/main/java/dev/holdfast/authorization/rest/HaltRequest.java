package dev.holdfast.authorization.rest;

import dev.holdfast.authorization.core.admission.Halt;
import dev.holdfast.doors.Words;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is to stand still, of a vendor or of a CPO.
 *
 * @param vendor of the terminals, as the registry names it; or
 * @param cpoId of the terminals
 * @param by who asks
 * @param reason why; shown to whoever is turned away
 */
@Schema(
    examples =
        """
        {"what": "CAPTURES", "cpoId": "NL-HLD", "by": "Ines", "reason": "the tariff is wrong"}
        """)
record HaltRequest(
    @NotNull(message = "is missing: send TAPS or CAPTURES") Halt.What what,
    @Nullable @Size(min = 1, max = 40, message = "must have 1 to 40 characters") String vendor,
    @Nullable @Size(min = 1, max = 48, message = "must have 1 to 48 characters") String cpoId,
    @Words String by,
    @Words String reason) {

  Halt toHalt(Instant now) {
    return new Halt(UUID.randomUUID(), what, vendor, cpoId, by, reason, now);
  }

  boolean isOfOne() {
    return (vendor == null) != (cpoId == null);
  }
}
