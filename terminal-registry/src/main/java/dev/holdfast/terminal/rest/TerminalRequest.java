package dev.holdfast.terminal.rest;

import dev.holdfast.doors.Amount;
import dev.holdfast.doors.CurrencyCode;
import dev.holdfast.terminal.core.Registration;
import dev.holdfast.terminal.core.cpo.HoldTerms;
import dev.holdfast.terminal.core.vendor.Vendor;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a terminal's owner says of it.
 *
 * @param hold its own hold; left out, that of its CPO holds, else the highest its country allows
 * @param overCommit its own switch; left out, that of its CPO holds, else off
 */
@Schema(examples = "{\"vendor\": \"PAYTER\", \"country\": \"NL\", \"currency\": \"EUR\"}")
record TerminalRequest(
    @NotNull Vendor vendor,
    @Nullable @Size(max = 100) @Pattern(regexp = WellFormed.TEXT, message = WellFormed.TEXT_REMEDY)
        String model,
    @NotNull @CountryCode String country,
    @NotNull @CurrencyCode String currency,
    @Nullable @Valid Amount hold,
    @Nullable Boolean overCommit) {
  Registration toRegistration() {
    return new Registration(
        vendor,
        model,
        country,
        CurrencyUnit.of(currency),
        new HoldTerms(hold == null ? null : hold.toMoney(), overCommit));
  }
}
