package dev.holdfast.settlement.rest;

import dev.holdfast.doors.Page;
import dev.holdfast.doors.Paging;
import dev.holdfast.settlement.ShowMovements;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Money that moved, and of which the gateways' reports are silent. */
@Path("/movements")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "finance")
class MovementResource {
  private final ShowMovements showMovements;
  private final Clock clock;

  MovementResource(ShowMovements showMovements, Clock clock) {
    this.showMovements = showMovements;
    this.clock = clock;
  }

  @GET
  @Operation(
      summary =
          "Captures and refunds that no booked report tells with their amount, the oldest first, a"
              + " page at a time")
  public Uni<Page<MovementAnswer>> listUnreportedMovements(
      @Valid @BeanParam MovementQuery query, @Valid @BeanParam Paging paging) {
    var filter = query.filter(clock.instant());
    return paging
        .page(
            (after, most) -> showMovements.unreported(after, filter, most),
            Places::ofMovement,
            movement -> Places.text(movement.place()))
        .map(page -> page.map(MovementAnswer::of));
  }
}
