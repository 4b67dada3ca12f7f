package dev.holdfast.authorization.rest;

import dev.holdfast.authorization.CancelHold;
import dev.holdfast.authorization.LookAgain;
import dev.holdfast.authorization.ShowHolds;
import dev.holdfast.authorization.ShowHolds.Shown;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What the platform or an operator may do about an authorization. */
@Path("/authorizations")
@Produces(MediaType.APPLICATION_JSON)
class InterventionsResource {
  private final ShowHolds showHolds;
  private final CancelHold cancelHold;
  private final LookAgain lookAgain;

  InterventionsResource(ShowHolds showHolds, CancelHold cancelHold, LookAgain lookAgain) {
    this.showHolds = showHolds;
    this.cancelHold = cancelHold;
    this.lookAgain = lookAgain;
  }

  @POST
  @Path("{reference}/cancel")
  @Operation(
      operationId = "cancelHold",
      summary = "Give the hold back, or stop waiting for a card; 409 when it is too late")
  public Uni<AuthorizationAnswer> cancel(
      @PathParam("reference") UUID reference,
      @NotNull(message = "is missing: send a JSON object") @Valid CancelRequest body) {
    return find(reference)
        .chain(shown -> cancelHold.cancel(shown.state(), body.words()))
        .invoke(InterventionsResource::mustBeDone)
        .chain(() -> find(reference))
        .map(AuthorizationAnswer::of);
  }

  @POST
  @Path("{reference}/look-up")
  @Operation(
      operationId = "lookUpOutcome",
      summary =
          "Ask the gateway now what became of an unknown outcome, also of one that was given up;"
              + " the answer shows the state before the gateway has answered")
  public Uni<AuthorizationAnswer> lookUp(@PathParam("reference") UUID reference) {
    return find(reference)
        .call(shown -> lookAgain.of(shown.state().tap().reference()))
        .map(AuthorizationAnswer::of);
  }

  private static void mustBeDone(CancelHold.Answer answer) {
    switch (answer) {
      case CancelHold.Answer.Done() -> {}
      case CancelHold.Answer.TooLate(var why) -> throw Refusals.tooLate(why.words());
      case CancelHold.Answer.CardMayBeRead(var why) ->
          throw Refusals.tooLate("A card may still be read, cancel again: " + why);
    }
  }

  private Uni<Shown> find(UUID reference) {
    return showHolds.one(reference).map(found -> Refusals.orRefused(reference, found));
  }
}
