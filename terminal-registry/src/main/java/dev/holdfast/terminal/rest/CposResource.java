package dev.holdfast.terminal.rest;

import dev.holdfast.doors.Page;
import dev.holdfast.doors.Paging;
import dev.holdfast.doors.Versioned;
import dev.holdfast.terminal.ChangeCpos;
import dev.holdfast.terminal.ChangeCpos.Outcome;
import dev.holdfast.terminal.ShowCpos;
import dev.holdfast.terminal.core.Refusal.OtherVersion;
import dev.holdfast.terminal.core.vendor.Environment;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** Charge point operators and their contactless contracts. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/cpos")
class CposResource {
  private final ChangeCpos changeCpos;
  private final ShowCpos showCpos;

  CposResource(ChangeCpos changeCpos, ShowCpos showCpos) {
    this.changeCpos = changeCpos;
    this.showCpos = showCpos;
  }

  @GET
  @Operation(summary = "The CPOs, by id, a page at a time; q is how their ids begin")
  public Uni<Page<CpoAnswer>> listCpos(
      @QueryParam("q") @DefaultValue("") @Size(max = 64) String prefix,
      @Valid @BeanParam Paging paging) {
    return showCpos
        .list(prefix, Objects.requireNonNullElse(paging.after(), ""), paging.size() + 1)
        .map(found -> Pages.of(found.map(CpoAnswer::of), paging))
        .chain(page -> paging.counted(page, () -> showCpos.count(prefix)));
  }

  @GET
  @Path("{cpoId}")
  @Operation(summary = "A CPO, its defaults and its contracts")
  public Uni<RestResponse<CpoAnswer>> getCpo(@Valid @BeanParam CpoPath path) {
    return showCpos
        .one(path.cpoId())
        .map(found ->
            found
                .map(cpo -> Versioned.of(Status.OK, CpoAnswer.of(cpo)))
                .orElseThrow(() -> Refusals.noCpo(path.cpoId()).toProblem()));
  }

  @PUT
  @Path("{cpoId}")
  @Operation(summary = "Make a CPO known (201), or replace its defaults (200)")
  @APIResponse(
      responseCode = "200",
      description = "It was changed, or was so before",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = CpoAnswer.class)))
  @APIResponse(
      responseCode = "201",
      description = "The CPO was made known",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = CpoAnswer.class)))
  public Uni<RestResponse<CpoAnswer>> describeCpo(
      @Valid @BeanParam CpoPath path,
      @Valid @BeanParam Preconditions preconditions,
      @NotNull @Valid CpoRequest body) {
    return changeCpos
        .describe(path.cpoId(), body.toDefaults(), preconditions.toExpected())
        .chain(outcome -> answer(path, outcome));
  }

  @PUT
  @Path("{cpoId}/contracts/{environment}")
  @Operation(
      summary = "Agree a contactless contract, or replace the one that starts at the same instant")
  public Uni<RestResponse<CpoAnswer>> agreeContract(
      @Valid @BeanParam CpoPath path,
      @PathParam("environment") Environment environment,
      @Valid @BeanParam Preconditions preconditions,
      @NotNull @Valid ContractRequest body) {
    return changeCpos
        .agree(path.cpoId(), environment, body.toContract(), preconditions.toExpected())
        .chain(outcome -> answer(path, outcome));
  }

  @DELETE
  @Path("{cpoId}/contracts/{environment}")
  @Operation(
      summary = "Take back the contract that starts at that instant; to end one, PUT its end")
  public Uni<RestResponse<CpoAnswer>> revokeContract(
      @Valid @BeanParam CpoPath path,
      @PathParam("environment") Environment environment,
      @QueryParam("validFrom") @NotNull Instant validFrom,
      @Valid @BeanParam Preconditions preconditions) {
    return changeCpos
        .revoke(path.cpoId(), environment, validFrom, preconditions.toExpected())
        .chain(outcome -> answer(path, outcome));
  }

  private Uni<RestResponse<CpoAnswer>> answer(CpoPath path, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Accepted kept ->
          Uni.createFrom()
              .item(
                  Versioned.of(
                      kept.isNew() ? Status.CREATED : Status.OK, CpoAnswer.of(kept.cpo())));
      case Outcome.Missing _ -> Uni.createFrom().failure(Refusals.noCpo(path.cpoId()).toProblem());
      case Outcome.Refused(OtherVersion refusal) -> stale(path, Refusals.of(path.cpoId(), refusal));
      case Outcome.Refused(var refusal) ->
          Uni.createFrom().failure(Refusals.of(path.cpoId(), refusal).toProblem());
    };
  }

  private Uni<RestResponse<CpoAnswer>> stale(CpoPath path, Wording refusal) {
    return showCpos
        .one(path.cpoId())
        .map(newest -> Versioned.stale(refusal.toProblem(), newest.map(CpoAnswer::of)))
        .chain(problem -> Uni.createFrom().failure(problem));
  }
}
