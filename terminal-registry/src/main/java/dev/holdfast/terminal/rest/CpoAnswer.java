package dev.holdfast.terminal.rest;

import dev.holdfast.doors.Amount;
import dev.holdfast.doors.Versioned;
import dev.holdfast.terminal.core.cpo.Contract;
import dev.holdfast.terminal.core.cpo.Cpo;
import dev.holdfast.terminal.core.vendor.Environment;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A CPO as it is shown. */
@Schema(
    examples =
        """
        {"cpoId": "NL-HLD", "version": 2, "country": "NL",
         "hold": {"minorUnits": 5000, "currency": "EUR"}, "overCommit": false,
         "contracts": {
           "PRODUCTION": [{"validFrom": "2026-01-01T00:00:00Z", "agreedBy": "frame agreement 7"}]}}
        """)
record CpoAnswer(
    String cpoId,
    long version,
    @Nullable String country,
    @Nullable Amount hold,
    @Nullable Boolean overCommit,
    Map<Environment, List<Contract>> contracts)
    implements Versioned {
  static CpoAnswer of(Cpo cpo) {
    return new CpoAnswer(
        cpo.cpoId(),
        cpo.version(),
        cpo.defaults().country(),
        Amount.ofNullable(cpo.defaults().terms().hold()),
        cpo.defaults().terms().overCommit(),
        new TreeMap<>(cpo.contracts()));
  }
}
