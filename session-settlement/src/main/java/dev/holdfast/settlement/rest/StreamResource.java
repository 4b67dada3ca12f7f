package dev.holdfast.settlement.rest;

import dev.holdfast.delivery.LiveTopic;
import dev.holdfast.events.SettlementChanged;
import dev.holdfast.settlement.kafka.consume.SettlementStream;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** Settlements as they change, for those who watch. */
@Path("/settlements/stream")
@Tag(name = "settlements")
class StreamResource {
  private final SettlementStream stream;

  StreamResource(SettlementStream stream) {
    this.stream = stream;
  }

  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Operation(
      summary =
          "Every change from now on as an event with the fields of settlements.v1; its id is"
              + " reference/version. After a reconnect read the list: what was said meanwhile is"
              + " not repeated")
  public Multi<OutboundSseEvent> watch(@Context Sse sse, @RestQuery Optional<String> cpo) {
    Multi<SettlementChanged> changes =
        stream
            .changes()
            .filter(change -> cpo.filter(is -> !is.equals(change.getCpoId())).isEmpty());
    return LiveTopic.events(sse, changes, change -> event(sse, change));
  }

  private static OutboundSseEvent event(Sse sse, SettlementChanged change) {
    return sse.newEventBuilder()
        .id(change.getReference() + "/" + change.getVersion())
        .name("settlement")
        .mediaType(MediaType.APPLICATION_JSON_TYPE)
        .data(Map.class, SaidFields.of(change))
        .build();
  }
}
