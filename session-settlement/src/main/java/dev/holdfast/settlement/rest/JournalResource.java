package dev.holdfast.settlement.rest;

import dev.holdfast.settlement.postgres.JournalTable;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The journal of one payment. */
@Path("/journal")
@Tag(name = "journal")
class JournalResource {
  private final JournalTable journal;

  JournalResource(JournalTable journal) {
    this.journal = journal;
  }

  @GET
  @WithSession
  @Operation(summary = "The entries of one payment in the order of booking; none: an empty list")
  public Uni<List<JournalEntryView>> of(@QueryParam("reference") @Nullable String reference) {
    return journal
        .of(Parameter.reference(reference))
        .map(entries -> entries.stream().map(JournalEntryView::of).toList());
  }
}
