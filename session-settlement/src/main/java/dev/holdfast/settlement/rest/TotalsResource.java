package dev.holdfast.settlement.rest;

import dev.holdfast.doors.Page;
import dev.holdfast.doors.Paging;
import dev.holdfast.settlement.ShowTotals;
import dev.holdfast.settlement.core.Totals;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What became of the taps of each hour or day, for dashboards. */
@Path("/totals")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "totals")
class TotalsResource {
  private final ShowTotals showTotals;

  TotalsResource(ShowTotals showTotals) {
    this.showTotals = showTotals;
  }

  @GET
  @Operation(
      summary =
          "Totals by hour or UTC day of the tap, CPO and currency, the newest first, a page at a"
              + " time; from (inclusive) to (exclusive) count whole hours, and are the last day if"
              + " not given")
  public Uni<Page<TotalsAnswer>> listTotals(
      @Valid @BeanParam TotalsQuery query, @Valid @BeanParam Paging paging) {
    return paging
        .page(
            (after, most) ->
                showTotals.list(
                    query.selection(), Objects.requireNonNullElse(after, Totals.Place.FIRST), most),
            Places::ofTotals,
            one -> Places.text(one.place()))
        .map(page -> page.map(TotalsAnswer::of));
  }
}
