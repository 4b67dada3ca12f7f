package dev.holdfast.delivery;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.panache.common.Page;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Records that were put aside: read them, mend the cause, replay them. */
@Path("/parked")
@Tag(name = "parked")
class ParkedResource {
  private final ParkedRows rows;
  private final ReplayParked replayParked;

  ParkedResource(ParkedRows rows, ReplayParked replayParked) {
    this.rows = rows;
    this.replayParked = replayParked;
  }

  @GET
  @WithSession
  public Uni<List<ParkedView>> list(
      @QueryParam("page") @DefaultValue("0") @Min(0) int page,
      @QueryParam("size") @DefaultValue("50") @Min(1) @Max(500) int size) {
    return rows.waiting(Page.of(page, size)).map(ParkedResource::views);
  }

  @GET
  @Path("{id}")
  @WithSession
  public Uni<ParkedView> get(@PathParam("id") long id) {
    return find(id).map(ParkedView::of);
  }

  @POST
  @Path("{id}/replay")
  public Uni<ParkedView> replay(@PathParam("id") long id) {
    return find(id).chain(replayParked::replay).map(this::answer).chain(() -> get(id));
  }

  @WithSession
  Uni<ParkedRow> find(long id) {
    return rows.findById(id)
        .onItem()
        .ifNull()
        .failWith(() -> problem(Status.NOT_FOUND, "No parked record has the id " + id));
  }

  private ReplayParked.Outcome answer(ReplayParked.Outcome outcome) {
    return switch (outcome) {
      case ReplayParked.Outcome.Replayed replayed -> replayed;
      case ReplayParked.Outcome.RefusedAgain(String error) ->
          throw problem(Status.CONFLICT, "It cannot be handled yet: " + error);
      case ReplayParked.Outcome.ReplayedBefore before ->
          throw problem(Status.CONFLICT, "It was replayed before: " + before);
    };
  }

  private static List<ParkedView> views(List<ParkedRow> parked) {
    return parked.stream().map(ParkedView::of).toList();
  }

  static HttpProblem problem(Status status, String detail) {
    return HttpProblem.builder()
        .withStatus(status)
        .withTitle(status.getReasonPhrase())
        .withDetail(detail)
        .build();
  }
}
