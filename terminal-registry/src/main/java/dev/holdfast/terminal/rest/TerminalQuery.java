package dev.holdfast.terminal.rest;

import dev.holdfast.terminal.ShowTerminals.Filter;
import dev.holdfast.terminal.core.Reason;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** Which terminals are listed; each may be left out. */
record TerminalQuery(
    @QueryParam("readiness") @Nullable ReadinessAnswer readiness,
    @QueryParam("reason") @Nullable Reason reason,
    @Nullable @QueryParam("cpo") @Pattern(regexp = WellFormed.ID, message = WellFormed.ID_REMEDY)
        String cpo,
    @Nullable @QueryParam("q") @Size(min = 1, max = 64) String q) {
  Filter toFilter() {
    return new Filter(
        readiness == null ? null : readiness == ReadinessAnswer.READY, reason, cpo, q);
  }
}
