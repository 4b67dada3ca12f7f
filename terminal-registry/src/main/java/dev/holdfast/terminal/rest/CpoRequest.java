package dev.holdfast.terminal.rest;

import dev.holdfast.doors.Amount;
import dev.holdfast.terminal.core.cpo.Cpo;
import dev.holdfast.terminal.core.cpo.HoldTerms;
import jakarta.validation.Valid;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What holds for a CPO's terminals that set nothing themselves; each may be left out. */
@Schema(examples = "{\"country\": \"NL\", \"hold\": {\"minorUnits\": 5000, \"currency\": \"EUR\"}}")
record CpoRequest(
    @Nullable @CountryCode String country,
    @Nullable @Valid Amount hold,
    @Nullable Boolean overCommit) {
  Cpo.Defaults toDefaults() {
    return new Cpo.Defaults(
        country, new HoldTerms(hold == null ? null : hold.toMoney(), overCommit));
  }
}
