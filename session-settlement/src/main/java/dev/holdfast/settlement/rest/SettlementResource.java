package dev.holdfast.settlement.rest;

import dev.holdfast.doors.Page;
import dev.holdfast.doors.Paging;
import dev.holdfast.doors.Texts;
import dev.holdfast.settlement.ShowHistory;
import dev.holdfast.settlement.ShowSettlements;
import dev.holdfast.settlement.ShowSettlements.Found;
import dev.holdfast.settlement.core.payment.Reference;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestMulti;

/** Settlements: what each session cost, what was taken, and what was booked. */
@Path("/settlements")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "settlements")
class SettlementResource {
  /** Settlements that are in memory at once while they are downloaded. */
  private static final int READ_AT_ONCE = 500;

  private final ShowSettlements showSettlements;
  private final ShowHistory showHistory;

  SettlementResource(ShowSettlements showSettlements, ShowHistory showHistory) {
    this.showSettlements = showSettlements;
    this.showHistory = showHistory;
  }

  @GET
  @Operation(
      summary =
          "Settlements, the newest taps first, a page at a time; status, outcome and so on narrow"
              + " it")
  public Uni<Page<SettlementAnswer>> listSettlements(
      @Valid @BeanParam SettlementQuery query, @Valid @BeanParam Paging paging) {
    var filter = query.filter();
    var after = paging.after(text -> new Reference(Texts.uuid(text)));
    return showSettlements
        .list(after, filter, paging.size() + 1)
        .map(found -> SettlementsPage.of(found, paging.size()))
        .chain(page -> paging.counted(page, () -> showSettlements.count(filter, Page.COUNTED + 1)));
  }

  @GET
  @Path("export")
  @Produces(Download.CSV)
  @Operation(summary = "The same as CSV; each row is as it was when the download came to it")
  @APIResponse(
      responseCode = "200",
      description = "settlements.csv",
      content =
          @Content(
              mediaType = Download.CSV,
              schema = @Schema(type = SchemaType.STRING, examples = SettlementCsv.EXAMPLE)))
  public RestMulti<String> exportSettlements(
      @Valid @BeanParam SettlementQuery query, @Valid @BeanParam CsvManner manner) {
    var filter = query.filter();
    return Download.<Found>of(
        "settlements.csv",
        SettlementCsv.TABLE.header(manner),
        last -> showSettlements.list(last == null ? null : last.reference(), filter, READ_AT_ONCE),
        page -> SettlementCsv.TABLE.lines(page.stream().map(SettlementAnswer::of), manner));
  }

  @GET
  @Path("{reference}")
  @Operation(summary = "One settlement with its journal entries, and its trail from the tap on")
  public Uni<SettlementAnswer> getSettlement(@PathParam("reference") UUID reference) {
    var asked = new Reference(reference);
    return showHistory
        .of(asked)
        .map(found -> found.orElseThrow(() -> Refusals.unknownSettlement(asked)))
        .map(SettlementAnswer::of);
  }
}
