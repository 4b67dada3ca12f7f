package dev.holdfast.settlement.rest;

import dev.holdfast.doors.Page;
import dev.holdfast.doors.Paging;
import dev.holdfast.settlement.ShowChargebacks;
import dev.holdfast.settlement.core.report.Chargeback;
import dev.holdfast.settlement.core.report.Dispute.Stage;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What card holders' banks took back. */
@Path("/chargebacks")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "finance")
class ChargebackResource {
  private final ShowChargebacks showChargebacks;

  ChargebackResource(ShowChargebacks showChargebacks) {
    this.showChargebacks = showChargebacks;
  }

  /** Which are asked for. */
  record Query(
      @QueryParam("cpo") @Nullable String cpo,
      @QueryParam("gateway") @Nullable String gateway,
      @QueryParam("stage")
          @Parameter(description = "How far they have come: CHARGEBACK are those to answer")
          @Nullable Stage stage) {
    Chargeback.Filter filter() {
      return new Chargeback.Filter(cpo, gateway, stage);
    }
  }

  @GET
  @Operation(
      summary =
          "What card holders' banks took back, by the reports that were read: what is to be answered"
              + " first comes first, before it those of which nobody knows until when; a page at a"
              + " time")
  public Uni<Page<ChargebackAnswer>> listChargebacks(
      @Valid @BeanParam Query query, @Valid @BeanParam Paging paging) {
    return paging
        .page(
            (after, most) -> showChargebacks.list(after, query.filter(), most),
            Places::ofChargeback,
            chargeback -> Places.text(chargeback.place()))
        .map(page -> page.map(ChargebackAnswer::of));
  }
}
