package dev.holdfast.settlement.rest;

import dev.holdfast.doors.Page;
import dev.holdfast.settlement.CheckInvariants;
import dev.holdfast.settlement.CheckInvariants.Answer;
import dev.holdfast.settlement.core.journal.InvariantFinding;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whether the books are sound. */
@Path("/settlements/invariants")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "settlements")
class InvariantResource {
  private final CheckInvariants checkInvariants;

  InvariantResource(CheckInvariants checkInvariants) {
    this.checkInvariants = checkInvariants;
  }

  @GET
  @Operation(
      summary =
          "What each invariant was found to be when it was last checked, and when: none may have"
              + " rows. They are checked now and then by themselves; empty before the first time")
  public Uni<Page<InvariantAnswer>> listInvariants() {
    return checkInvariants.last().map(InvariantResource::page);
  }

  @POST
  @Operation(summary = "Checks every invariant over all rows now, and answers what was found")
  @APIResponse(responseCode = "200", description = "Each was checked")
  @APIResponse(responseCode = "409", description = "Somebody is checking them; try again later")
  public Uni<Page<InvariantAnswer>> checkInvariants() {
    return checkInvariants
        .check()
        .map(answer ->
            switch (answer) {
              case Answer.Done(var findings) -> page(findings);
              case Answer.Busy() -> throw Refusals.beingChecked();
            });
  }

  private static Page<InvariantAnswer> page(List<InvariantFinding> findings) {
    return Page.whole(findings).map(InvariantAnswer::of);
  }
}
