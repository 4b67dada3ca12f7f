package dev.holdfast.terminal.rest;

import dev.holdfast.terminal.core.BindingPeriod;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A charger that it is or was on; {@code validTo} is null while it is. */
@Schema(
    examples =
        """
        {"version": 4, "chargerId": "CH-1", "evseIds": ["NL*HLD*E1"], "cpoId": "NL-HLD",
         "validFrom": "2026-06-01T08:15:30Z"}
        """)
record BindingAnswer(
    long version,
    String chargerId,
    List<String> evseIds,
    String cpoId,
    Instant validFrom,
    @Nullable Instant validTo) {
  static BindingAnswer of(BindingPeriod period) {
    return new BindingAnswer(
        period.version(),
        period.place().chargerId(),
        period.place().evseIds(),
        period.place().cpoId(),
        period.validFrom(),
        period.validTo());
  }
}
