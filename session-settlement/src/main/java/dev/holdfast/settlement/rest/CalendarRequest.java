package dev.holdfast.settlement.rest;

import dev.holdfast.doors.Words;
import dev.holdfast.settlement.core.payment.Resolution.Word;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * When the days of a CPO end.
 *
 * @param timeZone a name of the IANA time zone database
 * @param cutOff when the next day begins, in whole minutes: from noon on, the evening belongs to it
 * @param version of the days that it is decided on: without it nothing is set
 * @param by who sets it
 * @param reason why
 */
@Schema(
    examples =
        """
        {"timeZone": "Europe/Amsterdam", "cutOff": "04:00", "version": 3, "by": "Ines",
         "reason": "they moved"}
        """)
record CalendarRequest(
    @NotNull(message = "is missing: send a name such as Europe/Berlin")
        @Schema(implementation = String.class, examples = "Europe/Berlin")
        ZoneId timeZone,
    @NotNull(message = "is missing: send a time of day, such as 04:00")
        @Schema(implementation = String.class, examples = "04:00")
        LocalTime cutOff,
    @Nullable Long version,
    @Words String by,
    @Words String reason) {
  Word word(Instant now) {
    return new Word(by, reason, now);
  }
}
