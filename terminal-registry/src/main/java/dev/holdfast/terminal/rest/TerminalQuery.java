package dev.holdfast.terminal.rest;

import dev.holdfast.terminal.ShowTerminals.Filter;
import dev.holdfast.terminal.core.Reason;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Which terminals are listed; each may be left out. */
record TerminalQuery(
    @Nullable
        @QueryParam("readiness")
        @Pattern(regexp = "READY|NOT_READY", message = "must be READY or NOT_READY")
        String readiness,
    @Nullable @QueryParam("reason") String reason,
    @Nullable @QueryParam("cpo") @Pattern(regexp = WellFormed.ID, message = WellFormed.ID_REMEDY)
        String cpo,
    @Nullable
        @QueryParam("q")
        @Size(min = 1, max = 64)
        @Pattern(regexp = WellFormed.TEXT, message = WellFormed.TEXT_REMEDY)
        String q) {
  Filter toFilter() {
    return new Filter(
        readiness == null ? null : Boolean.valueOf(readiness.equals("READY")),
        reason == null ? null : reason(reason),
        cpo,
        q);
  }

  private static Reason reason(String name) {
    return Arrays.stream(Reason.values())
        .filter(reason -> reason.name().equals(name))
        .findAny()
        .orElseThrow(() ->
            Problems.badField("reason", "must be one of " + Arrays.toString(Reason.values())));
  }
}
