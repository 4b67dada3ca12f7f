package dev.holdfast.settlement.rest;

import dev.holdfast.doors.Amount;
import dev.holdfast.doors.Words;
import dev.holdfast.settlement.RefundPayment.AskedFor;
import dev.holdfast.settlement.core.Command.Wish;
import dev.holdfast.settlement.core.payment.Goodwill;
import dev.holdfast.settlement.core.payment.Reference;
import dev.holdfast.settlement.core.payment.Resolution.Word;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What support wants given back of a payment.
 *
 * @param code what it is for
 * @param amount above zero, at most what was taken and is kept
 * @param version of the settlement that it is decided on: without it nothing is given back
 * @param by who asks
 * @param reason why; kept with the payment, and published
 */
@Schema(
    examples =
        """
        {"code": "CHARGER_FAULT", "amount": {"minorUnits": 500, "currency": "EUR"}, "version": 4,
         "by": "Ines", "reason": "the plug was stuck for an hour"}
        """)
record RefundRequest(
    @NotNull(message = "is missing: send what the refund is for") Goodwill.Code code,
    @NotNull(message = "is missing: send how much to give back") @Valid Amount amount,
    @Nullable Long version,
    @Words String by,
    @Words String reason) {
  Wish wish() {
    return new Wish(code, amount.toMoney());
  }

  AskedFor askedFor(Reference reference, Instant now) {
    return new AskedFor(reference, new Word(by, reason, now));
  }
}
