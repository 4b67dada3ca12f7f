package dev.holdfast.authorization.rest;

import dev.holdfast.authorization.WatchHolds;
import dev.holdfast.delivery.LiveTopic;
import dev.holdfast.events.AuthorizationChanged;
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
import org.jspecify.annotations.Nullable;

/** Authorizations as they change, for those who watch. */
@Path("/authorizations/stream")
class StreamResource {
  private final WatchHolds watchHolds;

  StreamResource(WatchHolds watchHolds) {
    this.watchHolds = watchHolds;
  }

  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Operation(
      operationId = "watchAuthorizations",
      summary = "Every change from now on, as server-sent events",
      description =
          "Each change is an event `authorization`; its data is what GET"
              + " /authorizations/{reference} answers, its id `reference/version`. A comment every"
              + " few seconds is a sign of life. Last-Event-ID is not looked at: after a reconnect"
              + " read the list, as what was said meanwhile is not repeated.")
  @APIResponse(
      responseCode = "200",
      description = "The stream; it ends when the service stops",
      content =
          @Content(
              mediaType = MediaType.SERVER_SENT_EVENTS,
              schema = @Schema(implementation = AuthorizationAnswer.class)))
  public Multi<OutboundSseEvent> watch(
      @Context Sse sse,
      @QueryParam("terminal") @Nullable String terminal,
      @QueryParam("cpo") @Nullable String cpo) {
    var changes =
        watchHolds
            .changes()
            .filter(StreamedAnswer::isKnown)
            .filter(change -> terminal == null || terminal.equals(change.getTerminalSerial()))
            .filter(change -> cpo == null || cpo.equals(change.getCpoId()));
    return LiveTopic.events(sse, changes, change -> event(sse, change));
  }

  private static OutboundSseEvent event(Sse sse, AuthorizationChanged change) {
    return sse.newEventBuilder()
        .id(change.getReference() + "/" + change.getVersion())
        .name("authorization")
        .mediaType(MediaType.APPLICATION_JSON_TYPE)
        .data(AuthorizationAnswer.class, StreamedAnswer.of(change))
        .build();
  }
}
