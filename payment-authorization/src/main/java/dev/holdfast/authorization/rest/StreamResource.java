package dev.holdfast.authorization.rest;

import dev.holdfast.authorization.WatchHolds;
import dev.holdfast.delivery.LiveTopic;
import dev.holdfast.events.AuthorizationChanged;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;

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
      summary =
          "Every change from now on as an event with the whole state; its id is reference/version."
              + " After a reconnect read the list: what was said meanwhile is not repeated")
  public Multi<OutboundSseEvent> watch(
      @Context Sse sse, @RestQuery Optional<String> terminal, @RestQuery Optional<String> cpo) {
    var changes =
        watchHolds
            .changes()
            .filter(StreamedAnswer::isKnown)
            .filter(
                change -> terminal.filter(is -> !is.equals(change.getTerminalSerial())).isEmpty())
            .filter(change -> cpo.filter(is -> !is.equals(change.getCpoId())).isEmpty());
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
