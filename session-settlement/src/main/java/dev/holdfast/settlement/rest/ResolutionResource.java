package dev.holdfast.settlement.rest;

import dev.holdfast.doors.Problems;
import dev.holdfast.settlement.ResolvePayment;
import dev.holdfast.settlement.core.payment.Reference;
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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a person decides about a settlement that cannot go on by itself. */
@Path("/settlements")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "settlements")
class ResolutionResource {
  private final ResolvePayment resolvePayment;
  private final Clock clock;

  ResolutionResource(ResolvePayment resolvePayment, Clock clock) {
    this.resolvePayment = resolvePayment;
    this.clock = clock;
  }

  @POST
  @Path("{reference}/resolution")
  @Operation(
      summary =
          "ACCEPT_FIRST, ACCEPT_SECOND, WRITE_OFF, REFUND or RETRY. Who and why is kept with the"
              + " payment, and published")
  @APIResponse(responseCode = "200", description = "It is decided")
  @APIResponse(
      responseCode = "409",
      description =
          "It is not possible, and what is is told; or it was decided on another version than the"
              + " newest, or about another amount, which is told")
  @APIResponse(responseCode = "428", description = "The version is missing; the newest is told")
  public Uni<SettlementAnswer> resolveSettlement(
      @PathParam("reference") UUID reference,
      @NotNull(message = Refusals.NO_BODY) @Valid ResolutionRequest body) {
    var asked = new Reference(reference);
    return resolvePayment
        .resolve(body.version(), body.command(asked, clock.instant()), body.money())
        .map(answer -> answer(asked, body, answer));
  }

  private static SettlementAnswer answer(
      Reference asked, ResolutionRequest body, ResolvePayment.Answer answer) {
    return switch (answer) {
      case ResolvePayment.Answer.Done(var decided) -> SettlementAnswer.of(decided);
      case ResolvePayment.Answer.Unknown() -> throw Refusals.unknownSettlement(asked);
      case ResolvePayment.Answer.Stale(var found) -> {
        var newest = SettlementAnswer.of(found);
        throw Problems.stale(body.version(), newest.version(), newest);
      }
      case ResolvePayment.Answer.Impossible(var status, var possible) ->
          throw Refusals.notPossible(body.resolution(), status, possible);
      case ResolvePayment.Answer.Unnamed(var open) -> throw Refusals.whichContradiction(open);
      case ResolvePayment.Answer.OtherAmount(var about) -> throw Refusals.otherAmount(about);
    };
  }
}
