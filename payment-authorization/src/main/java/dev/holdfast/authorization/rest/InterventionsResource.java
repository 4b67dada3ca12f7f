package dev.holdfast.authorization.rest;

import dev.holdfast.authorization.CancelHold;
import dev.holdfast.authorization.LookAgain;
import dev.holdfast.authorization.ResolveHold;
import dev.holdfast.authorization.ShowHolds;
import dev.holdfast.authorization.ShowHolds.Shown;
import dev.holdfast.authorization.core.Command;
import dev.holdfast.authorization.core.Command.Acknowledge;
import dev.holdfast.authorization.core.Refusal;
import dev.holdfast.authorization.core.attempt.Attention.Seen;
import dev.holdfast.doors.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** What the platform or an operator may do about an authorization. */
@Path("/authorizations")
@Produces(MediaType.APPLICATION_JSON)
class InterventionsResource {
  private final ShowHolds showHolds;
  private final CancelHold cancelHold;
  private final LookAgain lookAgain;
  private final ResolveHold resolveHold;
  private final Clock clock;

  InterventionsResource(
      ShowHolds showHolds,
      CancelHold cancelHold,
      LookAgain lookAgain,
      ResolveHold resolveHold,
      Clock clock) {
    this.showHolds = showHolds;
    this.cancelHold = cancelHold;
    this.lookAgain = lookAgain;
    this.resolveHold = resolveHold;
    this.clock = clock;
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
        .invoke(refusal ->
            refusal.ifPresent(why -> {
              throw Refusals.tooLate(why.words());
            }))
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

  @POST
  @Path("{reference}/resolution")
  @Operation(
      operationId = "resolveOutcome",
      summary =
          "Say what really happened where the gateway does not: it goes on from there as if the"
              + " gateway had said it. Who and why is kept with the attempt, and published")
  @APIResponse(responseCode = "200", description = "It goes on from there")
  @APIResponse(
      responseCode = "409",
      description =
          "There is nothing of this kind to resolve; or it was said of another version than the"
              + " newest, which is told")
  @APIResponse(responseCode = "428", description = "The version is missing; the newest is told")
  public Uni<AuthorizationAnswer> resolve(
      @PathParam("reference") UUID reference,
      @NotNull(message = "is missing: send a JSON object") @Valid ResolutionRequest body) {
    return find(reference)
        .invoke(shown -> mustBeNewest(body.version(), AuthorizationAnswer.of(shown)))
        .chain(() -> act(reference, body.version(), body.toCommand(clock.instant())));
  }

  @POST
  @Path("{reference}/attention/{number}/seen")
  @Operation(
      operationId = "acknowledgeAttention",
      summary = "Say that a person has dealt with what needed one; it moves no money")
  @APIResponse(responseCode = "200", description = "It is noted")
  @APIResponse(responseCode = "409", description = "Nothing with this number needs attention")
  public Uni<AuthorizationAnswer> seen(
      @PathParam("reference") UUID reference,
      @PathParam("number") int number,
      @NotNull(message = "is missing: send a JSON object") @Valid WordRequest body) {
    var who = new Seen(body.by(), body.reason(), clock.instant());
    return find(reference).chain(() -> act(reference, null, new Acknowledge(number, who)));
  }

  private Uni<AuthorizationAnswer> act(UUID reference, @Nullable Long version, Command act) {
    return resolveHold
        .resolve(reference, act)
        .chain(refusal ->
            find(reference)
                .map(AuthorizationAnswer::of)
                .invoke(newest -> refusal.ifPresent(why -> refuse(why, version, newest))));
  }

  private static void mustBeNewest(@Nullable Long version, AuthorizationAnswer newest) {
    if (version == null || version != newest.version()) {
      throw Problems.stale(version, newest.version(), newest);
    }
  }

  private static void refuse(Refusal why, @Nullable Long version, AuthorizationAnswer newest) {
    throw why == Refusal.STALE
        ? Problems.stale(version, newest.version(), newest)
        : Refusals.notPossible(why, newest);
  }

  private Uni<Shown> find(UUID reference) {
    return showHolds.one(reference).map(found -> Refusals.orRefused(reference, found));
  }
}
