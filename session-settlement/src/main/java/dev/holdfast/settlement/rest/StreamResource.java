package dev.holdfast.settlement.rest;

import dev.holdfast.delivery.LiveTopic;
import dev.holdfast.events.SettlementChanged;
import dev.holdfast.settlement.WatchSettlements;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Settlements as they change, for those who watch. */
@Path("/settlements/stream")
@Tag(name = "settlements")
class StreamResource {
  private final WatchSettlements watchSettlements;

  StreamResource(WatchSettlements watchSettlements) {
    this.watchSettlements = watchSettlements;
  }

  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Operation(
      summary = "Every change from now on, as server-sent events",
      description =
          "Each change is an event `settlement`; its data has the fields of GET"
              + " /settlements/{reference} that settlements.v1 tells, its id is"
              + " `reference/version`. A comment every few seconds is a sign of life."
              + " Last-Event-ID is not looked at: after a reconnect read the list, as what was said"
              + " meanwhile is not repeated.")
  @APIResponse(
      responseCode = "200",
      description = "The stream; it ends when the service stops",
      content =
          @Content(
              mediaType = MediaType.SERVER_SENT_EVENTS,
              schema = @Schema(implementation = SettlementAnswer.class)))
  public Multi<OutboundSseEvent> watchSettlements(
      @Context Sse sse, @QueryParam("cpo") @Nullable String cpo) {
    var changes =
        watchSettlements
            .changes()
            .filter(StreamedAnswer::isKnown)
            .filter(change -> cpo == null || cpo.equals(change.getCpoId()));
    return LiveTopic.events(sse, changes, change -> event(sse, change));
  }

  private static OutboundSseEvent event(Sse sse, SettlementChanged change) {
    return sse.newEventBuilder()
        .id(change.getReference() + "/" + change.getVersion())
        .name("settlement")
        .mediaType(MediaType.APPLICATION_JSON_TYPE)
        .data(SettlementAnswer.class, StreamedAnswer.of(change))
        .build();
  }
}
