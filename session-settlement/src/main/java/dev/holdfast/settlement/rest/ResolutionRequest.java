package dev.holdfast.settlement.rest;

import dev.holdfast.doors.Amount;
import dev.holdfast.doors.Words;
import dev.holdfast.settlement.core.Command;
import dev.holdfast.settlement.core.payment.Reference;
import dev.holdfast.settlement.core.payment.Resolution.Choice;
import dev.holdfast.settlement.core.payment.Resolution.Word;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a person decides about a settlement.
 *
 * @param version of the settlement that it is decided on: without it nothing is decided
 * @param contradiction the number of the one that is decided; needed where several are open
 * @param amount that it is about, as the settlement shows it; not sent where it is nothing
 * @param by who decides
 * @param reason why; kept with the payment, and published
 */
@Schema(
    examples =
        """
        {"resolution": "WRITE_OFF", "version": 4,
         "amount": {"minorUnits": 1000, "currency": "EUR"}, "by": "Ines", "reason": "not worth a letter"}
        """)
record ResolutionRequest(
    @NotNull(message = "is missing: send one of those that the settlement says are possible")
        Choice resolution,
    @Nullable Long version,
    @Nullable Integer contradiction,
    @Nullable @Valid Amount amount,
    @Words String by,
    @Words String reason) {
  Command.Resolved command(Reference reference, Instant now) {
    return new Command.Resolved(reference, resolution, contradiction, new Word(by, reason, now));
  }

  @Nullable Money money() {
    return amount == null ? null : amount.toMoney();
  }
}
