package dev.holdfast.delivery;

import dev.holdfast.doors.Page;
import dev.holdfast.doors.Paging;
import dev.holdfast.doors.Problems;
import io.quarkiverse.resteasy.problem.HttpProblem;
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
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Records that were put aside: read them, mend the cause, replay them. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/parked")
class ParkedResource {
  private final ParkedRows rows;
  private final ReplayParked replayParked;

  ParkedResource(ParkedRows rows, ReplayParked replayParked) {
    this.rows = rows;
    this.replayParked = replayParked;
  }

  @GET
  @WithSession
  @Operation(summary = "Records of topics that could not be used and wait, a page at a time")
  public Uni<Page<ParkedView>> listParked(@Valid @BeanParam Paging paging) {
    return rows.waiting(after(paging), paging.size() + 1)
        .map(waiting -> waiting.stream().map(ParkedView::of).toList())
        .map(found -> Page.of(found, paging.size(), record -> String.valueOf(record.id())))
        .chain(page -> paging.counted(page, rows::countWaiting));
  }

  /** Ids begin at 1. */
  static long after(Paging paging) {
    Long after = paging.after(Long::valueOf);
    return after == null ? 0 : after;
  }

  @GET
  @Path("{id}")
  @WithSession
  @Operation(summary = "A record that was put aside, and why")
  public Uni<ParkedView> getParked(@PathParam("id") long id) {
    return find(id).map(ParkedView::of);
  }

  @POST
  @Path("{id}/replay")
  @Operation(summary = "Use a record now; 409 where it is refused again, or was used before")
  public Uni<ParkedView> replayParked(@PathParam("id") long id) {
    return find(id).chain(replayParked::replay).map(this::answer).chain(() -> getParked(id));
  }

  @WithSession
  Uni<ParkedRow> find(long id) {
    return rows.findById(id).onItem().ifNull().failWith(() -> unknown("Parked record", id));
  }

  private ReplayParked.Outcome answer(ReplayParked.Outcome outcome) {
    return switch (outcome) {
      case ReplayParked.Outcome.Replayed replayed -> replayed;
      case ReplayParked.Outcome.RefusedAgain(String error) ->
          throw conflict("Refused again", error, "mend the cause, then replay it");
      case ReplayParked.Outcome.ReplayedBefore _ ->
          throw conflict("Done before", "it was replayed before", "read the list anew");
    };
  }

  static HttpProblem unknown(String title, long id) {
    return Problems.of(404, title + " unknown", "id", "none has the id " + id, "see the list")
        .build();
  }

  static HttpProblem conflict(String title, String what, String remedy) {
    return Problems.of(409, title, "id", what, remedy).build();
  }
}
