package dev.holdfast.settlement.rest;

import dev.holdfast.doors.IdempotencyKey;
import dev.holdfast.doors.Problems;
import dev.holdfast.settlement.RefundPayment;
import dev.holdfast.settlement.core.Command.RefundRuled;
import dev.holdfast.settlement.core.payment.Goodwill;
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
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;

/** What support gives back of a payment whose price stands. */
@Path("/settlements")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "settlements")
class RefundResource {
  private final RefundPayment refundPayment;
  private final Clock clock;

  RefundResource(RefundPayment refundPayment, Clock clock) {
    this.refundPayment = refundPayment;
    this.clock = clock;
  }

  @POST
  @Path("{reference}/refunds")
  @Operation(
      summary =
          "Give something back although the price stands. Up to the limit of its currency it is"
              + " ordered at once, else it waits for a second person. The same Idempotency-Key and"
              + " body ask for nothing new")
  @APIResponse(responseCode = "200", description = "It is ordered, or it waits")
  @APIResponse(
      responseCode = "409",
      description =
          "The payment is not settled, the key was used, or it was decided on another version than"
              + " the newest, which is told")
  @APIResponse(
      responseCode = "422",
      description = "It is more than is kept, or in another currency")
  @APIResponse(responseCode = "428", description = "The version is missing; the newest is told")
  public Uni<SettlementAnswer> refundPayment(
      @PathParam("reference") UUID reference,
      @Parameter(
              description =
                  "A fresh random text of 1 to 100 visible characters for each new refund; sent"
                      + " again with the same body, it asks for nothing new")
          @RestHeader(IdempotencyKey.NAME)
          Optional<String> idempotencyKey,
      @NotNull(message = Refusals.NO_BODY) @Valid RefundRequest body) {
    String key = idempotencyKey.filter(IdempotencyKey::isAcceptable).orElse("");
    var asked = new Reference(reference);
    return refundPayment
        .ask(body.version(), key, body.wish(), body.askedFor(asked, clock.instant()))
        .map(answer -> answer(asked, body.version(), answer));
  }

  @POST
  @Path("{reference}/refunds/{number}/approval")
  @Operation(summary = "A second person approves a refund that waits: it is ordered")
  @APIResponse(responseCode = "200", description = "It is ordered, now or since the first time")
  @APIResponse(
      responseCode = "409",
      description =
          "It does not wait, the same person asked for it, or it was decided on another version"
              + " than the newest, which is told")
  @APIResponse(responseCode = "422", description = "It is more than is kept")
  @APIResponse(responseCode = "428", description = "The version is missing; the newest is told")
  public Uni<SettlementAnswer> approveRefund(
      @PathParam("reference") UUID reference,
      @PathParam("number") int number,
      @NotNull(message = Refusals.NO_BODY) @Valid DecisionRequest body) {
    return rule(new Reference(reference), number, Goodwill.State.GRANTED, body);
  }

  @POST
  @Path("{reference}/refunds/{number}/rejection")
  @Operation(summary = "A person rejects a refund that waits: it is never ordered")
  @APIResponse(responseCode = "200", description = "It is rejected, now or since the first time")
  @APIResponse(
      responseCode = "409",
      description =
          "It does not wait, or it was decided on another version than the newest, which is told")
  @APIResponse(responseCode = "428", description = "The version is missing; the newest is told")
  public Uni<SettlementAnswer> rejectRefund(
      @PathParam("reference") UUID reference,
      @PathParam("number") int number,
      @NotNull(message = Refusals.NO_BODY) @Valid DecisionRequest body) {
    return rule(new Reference(reference), number, Goodwill.State.REJECTED, body);
  }

  private Uni<SettlementAnswer> rule(
      Reference reference, int number, Goodwill.State state, DecisionRequest body) {
    return refundPayment
        .rule(body.version(), new RefundRuled(reference, number, state, body.word(clock.instant())))
        .map(answer -> answer(reference, body.version(), answer));
  }

  private static SettlementAnswer answer(
      Reference asked, @Nullable Long version, RefundPayment.Answer answer) {
    return switch (answer) {
      case RefundPayment.Answer.Done(var newest) -> SettlementAnswer.of(newest);
      case RefundPayment.Answer.Unknown() -> throw Refusals.unknownSettlement(asked);
      case RefundPayment.Answer.Stale(var found) -> {
        var newest = SettlementAnswer.of(found);
        throw Problems.stale(version, newest.version(), newest);
      }
      case RefundPayment.Answer.KeyNeeded() -> throw Refusals.keyNeeded("refund");
      case RefundPayment.Answer.KeyTaken() -> throw Refusals.keyTaken("refund");
      case RefundPayment.Answer.SamePerson() -> throw Refusals.samePerson("refund");
      case RefundPayment.Answer.Hindered(var why, var newest) ->
          throw RefundRefusals.hindered(why, newest);
    };
  }
}
