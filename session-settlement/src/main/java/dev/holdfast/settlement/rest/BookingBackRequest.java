package dev.holdfast.settlement.rest;

import dev.holdfast.doors.Words;
import dev.holdfast.settlement.core.payment.Resolution.Word;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * That a report shall be booked back.
 *
 * @param version of the report that it is decided on: without it nothing is booked back
 * @param by who books it back
 * @param reason why; kept with the report
 */
@Schema(
    examples =
        """
        {"version": 2, "by": "Ines", "reason": "the gateway sent another file"}
        """)
record BookingBackRequest(@Nullable Long version, @Words String by, @Words String reason) {
  Word word(Instant now) {
    return new Word(by, reason, now);
  }
}
