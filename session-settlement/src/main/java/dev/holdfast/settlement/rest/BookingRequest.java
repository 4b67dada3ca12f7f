package dev.holdfast.settlement.rest;

import dev.holdfast.doors.Words;
import dev.holdfast.settlement.core.payment.Resolution.Word;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * That a report shall be booked.
 *
 * @param version of the report that it is decided on: without it nothing is booked
 * @param cpo whose the lines are that belong to no payment, such as a monthly fee; needed where the
 *     report tells of payments of several CPOs, or of none
 * @param by who books it
 * @param reason why; kept with the report
 */
@Schema(
    examples =
        """
        {"version": 1, "cpo": "NL-HLD", "by": "Ines", "reason": "it agrees with the bank"}
        """)
record BookingRequest(
    @Nullable Long version,
    @Pattern(
            regexp = "(?=.*\\S)[^\\x00-\\x1F\\x7F-\\x9F]{1,200}",
            message = "send the id of a CPO, or leave it out")
        @Nullable String cpo,
    @Words String by,
    @Words String reason) {
  Word word(Instant now) {
    return new Word(by, reason, now);
  }
}
