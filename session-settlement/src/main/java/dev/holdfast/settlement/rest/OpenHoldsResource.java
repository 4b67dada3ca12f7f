package dev.holdfast.settlement.rest;

import dev.holdfast.doors.Page;
import dev.holdfast.doors.Paging;
import dev.holdfast.settlement.ShowOpenHolds;
import dev.holdfast.settlement.core.journal.AgePlace;
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

/** What is held on cards. */
@Path("/settlements")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "settlements")
class OpenHoldsResource {
  private final ShowOpenHolds showOpenHolds;

  OpenHoldsResource(ShowOpenHolds showOpenHolds) {
    this.showOpenHolds = showOpenHolds;
  }

  @GET
  @Path("open-holds")
  @Operation(
      summary =
          "What is held and neither taken nor given back, by CPO, currency, and age since the tap,"
              + " a page at a time")
  public Uni<Page<OpenHoldsAnswer>> listOpenHolds(
      @Valid @BeanParam LedgerQuery query, @Valid @BeanParam Paging paging) {
    return paging
        .page(
            (after, most) ->
                showOpenHolds.list(
                    query.scope(), Objects.requireNonNullElse(after, AgePlace.FIRST), most),
            Places::ofAge,
            row -> Places.text(row.place()))
        .map(page -> page.map(OpenHoldsAnswer::of));
  }
}
