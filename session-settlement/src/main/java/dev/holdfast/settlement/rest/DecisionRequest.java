package dev.holdfast.settlement.rest;

import dev.holdfast.doors.Words;
import dev.holdfast.settlement.core.payment.Resolution.Word;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a person decides, where the door says what that is.
 *
 * @param version of what it is decided on: without it nothing is decided
 * @param by who decides
 * @param reason why; kept with what is decided on
 */
@Schema(
    examples =
        """
        {"version": 2, "by": "Ann", "reason": "agrees with the bank"}
        """)
record DecisionRequest(@Nullable Long version, @Words String by, @Words String reason) {
  Word word(Instant now) {
    return new Word(by, reason, now);
  }
}
