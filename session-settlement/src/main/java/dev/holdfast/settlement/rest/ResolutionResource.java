package dev.holdfast.settlement.rest;

import dev.holdfast.settlement.ResolvePayment;
import dev.holdfast.settlement.core.payment.Reference;
import dev.holdfast.settlement.core.payment.Resolution.Choice;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response.Status;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What a person decides about a settlement that cannot go on by itself. */
@Path("/settlements/{reference}/resolution")
@Tag(name = "settlements")
class ResolutionResource {
  private final ResolvePayment resolvePayment;
  private final Clock clock;

  ResolutionResource(ResolvePayment resolvePayment, Clock clock) {
    this.resolvePayment = resolvePayment;
    this.clock = clock;
  }

  @POST
  @Operation(
      summary =
          "ACCEPT_FIRST, ACCEPT_SECOND, WRITE_OFF or RETRY; 409 with what is possible where that is"
              + " not. Who and why is kept with the payment, and published")
  public Uni<SettlementView> resolve(
      @PathParam("reference") String reference,
      @QueryParam("resolution") @Nullable String resolution,
      @QueryParam("by") @Nullable String by,
      @QueryParam("reason") @Nullable String reason) {
    Reference asked = Parameter.reference(reference);
    Choice choice = Parameter.mustChoose("resolution", resolution, Choice.values());
    return resolvePayment
        .resolve(asked, choice, Parameter.word(by, reason, clock.instant()))
        .map(answer -> view(asked, choice, answer));
  }

  private static SettlementView view(Reference asked, Choice choice, ResolvePayment.Answer answer) {
    return switch (answer) {
      case ResolvePayment.Answer.Done(var row) -> SettlementView.of(row);
      case ResolvePayment.Answer.Unknown() -> throw SettlementResource.unknown(asked);
      case ResolvePayment.Answer.Impossible(var status, var possible) ->
          throw HttpProblem.builder()
              .withStatus(Status.CONFLICT)
              .withTitle("Not possible")
              .withDetail(
                  "resolution: %s is not possible for a settlement that is %s; possible: %s"
                      .formatted(choice, status, possible))
              .with("field", "resolution")
              .with("possible", possible)
              .build();
    };
  }
}
