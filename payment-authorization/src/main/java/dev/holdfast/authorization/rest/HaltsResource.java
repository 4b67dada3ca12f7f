package dev.holdfast.authorization.rest;

import dev.holdfast.authorization.HaltPayments;
import dev.holdfast.authorization.core.admission.Halt;
import dev.holdfast.doors.Page;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** What stands still, and how a person lets it go on. */
@Path("/halts")
@Produces(MediaType.APPLICATION_JSON)
class HaltsResource {
  private static final int CREATED = 201;

  private final HaltPayments haltPayments;
  private final Clock clock;

  HaltsResource(HaltPayments haltPayments, Clock clock) {
    this.haltPayments = haltPayments;
    this.clock = clock;
  }

  /** What stands still; vendor or cpoId is null, as it is the other's. */
  @Schema(
      name = "Halt",
      examples =
          """
          {"id": "5f0c9b1e-6a3c-4d20-9c52-3f6a1be0c111", "what": "CAPTURES", "cpoId": "NL-HLD",
           "by": "Ines", "reason": "the tariff is wrong", "since": "2026-06-01T08:15:33Z"}
          """)
  record HaltAnswer(
      UUID id,
      Halt.What what,
      @Nullable String vendor,
      @Nullable String cpoId,
      String by,
      String reason,
      Instant since) {
    static HaltAnswer of(Halt halt) {
      return new HaltAnswer(
          halt.id(),
          halt.what(),
          halt.vendor(),
          halt.cpoId(),
          halt.by(),
          halt.reason(),
          halt.since());
    }
  }

  @GET
  @Operation(operationId = "listHalts", summary = "All that stands still now, on one page")
  public Uni<Page<HaltAnswer>> list() {
    return haltPayments.standing().map(all -> Page.whole(all).map(HaltAnswer::of));
  }

  @POST
  @ResponseStatus(CREATED)
  @Operation(
      operationId = "haltPayments",
      summary =
          "Let new taps, or captures, of a vendor or a CPO stand still until somebody lets them go"
              + " on; holds stand meanwhile, and lapse at their end")
  @APIResponse(
      responseCode = "201",
      description = "It stands still",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = HaltAnswer.class)))
  public Uni<HaltAnswer> halt(
      @NotNull(message = "is missing: send a JSON object") @Valid HaltRequest body) {
    if (!body.isOfOne()) {
      throw Refusals.vendorOrCpo();
    }
    var halt = body.toHalt(clock.instant());
    return haltPayments.halt(halt).replaceWith(HaltAnswer.of(halt));
  }

  @POST
  @Path("{id}/resume")
  @Operation(operationId = "resumePayments", summary = "Let it go on")
  @APIResponse(responseCode = "200", description = "It goes on")
  @APIResponse(responseCode = "404", description = "Nothing stands still under this id")
  public Uni<HaltAnswer> resume(
      @PathParam("id") UUID id,
      @NotNull(message = "is missing: send a JSON object") @Valid WordRequest body) {
    return haltPayments
        .resume(id, body.by(), body.reason())
        .map(halt -> HaltAnswer.of(halt.orElseThrow(() -> Refusals.nothingHalted(id))));
  }
}
