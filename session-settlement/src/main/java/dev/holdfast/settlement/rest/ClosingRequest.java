package dev.holdfast.settlement.rest;

import dev.holdfast.doors.Words;
import dev.holdfast.settlement.core.payment.Resolution.Word;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * That a day shall be closed.
 *
 * @param by who closes it
 * @param reason why
 */
@Schema(
    examples =
        """
        {"by": "Ines", "reason": "the day is done"}
        """)
record ClosingRequest(@Words String by, @Words String reason) {
  Word word(Instant now) {
    return new Word(by, reason, now);
  }
}
