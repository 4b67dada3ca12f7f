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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Records that could not be sent: read why, mend the cause, send them again. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/unsent")
@Tag(name = "unsent")
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
  record View(
      long id,
      String topic,
      String event,
      int bytes,
      String reason,
      Instant setAsideAt,
      @Nullable Instant sentAgainAt) {

    static View of(Unsent unsent) {
      return new View(
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
  public Uni<Page<View>> listUnsent(@Valid @BeanParam Paging paging) {
    return rows.waiting(ParkedResource.after(paging), paging.size() + 1)
        .map(waiting -> waiting.stream().map(View::of).toList())
        .map(found -> Page.of(found, paging.size(), record -> String.valueOf(record.id())))
        .chain(page -> paging.counted(page, rows::countWaiting));
  }

  @GET
  @Path("{id}")
  @WithSession
  public Uni<View> getUnsent(@PathParam("id") long id) {
    return rows.findById(id)
        .onItem()
        .ifNull()
        .failWith(() -> ParkedResource.unknown("Unsent record", id))
        .map(View::of);
  }

  @POST
  @Path("{id}/send")
  public Uni<View> sendUnsent(@PathParam("id") long id) {
    return getUnsent(id)
        .chain(() -> rows.sendAgain(List.of(id)))
        .invoke(sent -> mustBeOne(sent))
        .chain(() -> getUnsent(id));
  }

  /** Sends again all that wait now. */
  @POST
  @Path("send")
  public Uni<SentAgain> sendAllUnsent() {
    return rows.waitingIds().chain(rows::sendAgain).map(SentAgain::new);
  }

  /** How many were sent again; those that are refused again wait under new ids. */
  record SentAgain(int sentAgain) {}

  private static void mustBeOne(int sent) {
    if (sent == 0) {
      throw ParkedResource.conflict(
          "Done before", "it was sent again before", "read the list anew");
    }
  }
}
