package dev.holdfast.delivery;

import dev.holdfast.doors.Page;
import dev.holdfast.doors.Paging;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Records that could not be sent: read why, mend the cause, send them again. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/unsent")
class UnsentResource {
  private final UnsentRows rows;

  UnsentResource(UnsentRows rows) {
    this.rows = rows;
  }

  /**
   * A record that waits.
   *
   * @param event its CloudEvents id: the key and what tells it from others of that key
   * @param bytes the length of its value
   * @param sentAgainAt when a person sent it again; absent while it waits
   */
  @Schema(
      examples =
          """
          {"id": 3, "topic": "terminals.v1", "event": "P68260000900017", "bytes": 1200000,
           "reason": "the broker takes no record of this size", "setAsideAt": "2026-06-01T08:15:30Z"}
          """)
  record UnsentView(
      long id,
      String topic,
      String event,
      int bytes,
      String reason,
      Instant setAsideAt,
      @Nullable Instant sentAgainAt) {

    static UnsentView of(Unsent unsent) {
      return new UnsentView(
          unsent.id,
          unsent.topic,
          unsent.eventId,
          unsent.value.length,
          unsent.reason,
          unsent.setAsideAt,
          unsent.sentAgainAt);
    }
  }

  @GET
  @WithSession
  @Operation(summary = "Records that could not be sent and wait, a page at a time")
  public Uni<Page<UnsentView>> listUnsent(@Valid @BeanParam Paging paging) {
    return rows.waiting(ParkedResource.after(paging), paging.size() + 1)
        .map(waiting -> waiting.stream().map(UnsentView::of).toList())
        .map(found -> Page.of(found, paging.size(), record -> String.valueOf(record.id())))
        .chain(page -> paging.counted(page, rows::countWaiting));
  }

  @GET
  @Path("{id}")
  @WithSession
  @Operation(summary = "A record that could not be sent, and why")
  public Uni<UnsentView> getUnsent(@PathParam("id") long id) {
    return rows.findById(id)
        .onItem()
        .ifNull()
        .failWith(() -> ParkedResource.unknown("Unsent record", id))
        .map(UnsentView::of);
  }

  @POST
  @Path("{id}/send")
  @Operation(summary = "Send a record again; 409 where that was done before")
  public Uni<UnsentView> sendUnsent(@PathParam("id") long id) {
    return getUnsent(id)
        .chain(() -> rows.sendAgain(List.of(id)))
        .invoke(sent -> mustBeOne(sent))
        .chain(() -> getUnsent(id));
  }

  @POST
  @Path("send")
  @Operation(summary = "Send all again that wait now")
  public Uni<SentAgain> sendAllUnsent() {
    return rows.waitingIds().chain(rows::sendAgain).map(SentAgain::new);
  }

  /** How many were sent again; those that are refused again wait under new ids. */
  @Schema(examples = "{\"sentAgain\": 2}")
  record SentAgain(int sentAgain) {}

  private static void mustBeOne(int sent) {
    if (sent == 0) {
      throw ParkedResource.conflict(
          "Done before", "it was sent again before", "read the list anew");
    }
  }
}
