package dev.holdfast.settlement.rest;

import dev.holdfast.doors.Words;
import dev.holdfast.settlement.core.payment.Resolution.Choice;
import dev.holdfast.settlement.core.payment.Resolution.Word;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a person decides about a settlement.
 *
 * @param version of the settlement that it is decided on: without it nothing is decided
 * @param by who decides
 * @param reason why; kept with the payment, and published
 */
@Schema(
    examples =
        """
        {"resolution": "WRITE_OFF", "version": 4, "by": "Ines", "reason": "not worth a letter"}
        """)
record ResolutionRequest(
    @NotNull(message = "is missing: send one of those that the settlement says are possible")
        Choice resolution,
    @Nullable Long version,
    @Words String by,
    @Words String reason) {
  Word word(Instant now) {
    return new Word(by, reason, now);
  }
}
