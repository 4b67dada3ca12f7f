package dev.holdfast.doors;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Doors as those of services are. */
@Path("/samples")
class SampleResource {
  enum Color {
    RED,
    GREEN
  }

  record Line(@NotNull @Size(max = 10) String text) {}

  @Schema(examples = "{\"lines\": [{\"text\": \"tea\"}]}")
  @SuppressWarnings("ArrayRecordComponent") // bytes are carried, never compared
  record Note(@Valid List<Line> lines, @Nullable @Valid Amount amount, byte @Nullable [] seal) {
    boolean isEmpty() {
      return lines.isEmpty();
    }
  }

  record Query(
      @QueryParam("color") @Nullable Color color,
      @QueryParam("from") @Nullable Instant from,
      @QueryParam("day") @Nullable LocalDate day) {}

  @GET
  public Page<String> list(@Valid @BeanParam Query query, @Valid @BeanParam Paging paging) {
    var page = Page.of(List.of("one", "two", "three"), paging.size(), one -> one);
    return paging.count() ? page.counted(3) : page;
  }

  @GET
  @Path("notes")
  public Page<Note> notes() {
    return Page.whole(List.of());
  }

  @GET
  @Path("{id}")
  public String get(@PathParam("id") UUID id) {
    return id.toString();
  }

  @POST
  public Note take(@NotNull @Valid Note note) {
    return note;
  }

  @POST
  @Path("{id}/retire")
  public String retire(@PathParam("id") UUID id) {
    throw HttpProblem.builder()
        .withStatus(409)
        .withTitle("Retired before")
        .withDetail(id + " is retired")
        .with("possible", List.of("NOTHING"))
        .build();
  }
}
