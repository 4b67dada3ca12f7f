package dev.holdfast.settlement.rest;

import dev.holdfast.settlement.core.report.Movement;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which of the movements that no report tells are asked for. */
record MovementQuery(
    @QueryParam("cpo") @Nullable String cpo,
    @QueryParam("gateway") @Nullable String gateway,
    @QueryParam("unreported")
        @DefaultValue("0")
        @Min(0)
        @Max(LONGEST)
        @Parameter(description = "For how many days at least no report tells of them")
        int unreported) {
  /** A hundred years. */
  private static final int LONGEST = 36_500;

  Movement.Filter filter(Instant now) {
    return new Movement.Filter(cpo, gateway, now.minus(Duration.ofDays(unreported)));
  }
}
