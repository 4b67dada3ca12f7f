package dev.holdfast.settlement.rest;

import dev.holdfast.doors.Words;
import dev.holdfast.settlement.core.Command.RefundRuled;
import dev.holdfast.settlement.core.payment.Goodwill;
import dev.holdfast.settlement.core.payment.Reference;
import dev.holdfast.settlement.core.payment.Resolution.Word;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a second person decides about a refund that waits.
 *
 * @param version of the settlement that it is decided on: without it nothing is decided
 * @param by who decides
 * @param reason why; kept with the payment, and published
 */
@Schema(
    examples =
        """
        {"version": 5, "by": "Ann", "reason": "the charger's log shows it"}
        """)
record RefundRulingRequest(@Nullable Long version, @Words String by, @Words String reason) {
  RefundRuled ruled(Reference reference, int number, Goodwill.State state, Instant now) {
    return new RefundRuled(reference, number, state, new Word(by, reason, now));
  }
}
