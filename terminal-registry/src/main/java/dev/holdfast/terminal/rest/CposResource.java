package dev.holdfast.terminal.rest;

import dev.holdfast.terminal.ChangeCpos;
import dev.holdfast.terminal.ChangeCpos.Outcome;
import dev.holdfast.terminal.ShowCpos;
import dev.holdfast.terminal.core.vendor.Environment;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** Charge point operators and their contactless contracts. */
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
  public Uni<PageAnswer<CpoAnswer>> list(
      @QueryParam("q")
          @DefaultValue("")
          @Size(max = 64)
          @Pattern(regexp = WellFormed.TEXT, message = WellFormed.TEXT_REMEDY)
          String prefix,
      @Valid @BeanParam PageQuery paging) {
    return showCpos
        .list(prefix, paging.after(), paging.limit() + 1)
        .map(page ->
            PageAnswer.of(
                page.cpos().map(CpoAnswer::of), paging.limit(), page.total(), page.total()));
  }

  @GET
  @Path("{cpoId}")
  @Operation(summary = "A CPO, its defaults and its contracts")
  public Uni<RestResponse<CpoAnswer>> get(@Valid @BeanParam CpoPath path) {
    return showCpos
        .one(path.cpoId())
        .map(found ->
            found
                .map(cpo -> Versioned.of(Status.OK, CpoAnswer.of(cpo)))
                .orElseThrow(() -> Problems.noCpo(path.cpoId())));
  }

  @PUT
  @Path("{cpoId}")
  @Operation(summary = "Make a CPO known (201), or replace its defaults (200)")
  public Uni<RestResponse<CpoAnswer>> put(
      @Valid @BeanParam CpoPath path,
      @Valid @BeanParam Preconditions preconditions,
      @NotNull @Valid CpoRequest body) {
    return changeCpos
        .describe(path.cpoId(), body.toDefaults(), preconditions.toExpected())
        .map(outcome -> answer(path, outcome));
  }

  @PUT
  @Path("{cpoId}/contracts/{environment}")
  @Operation(
      summary = "Agree a contactless contract, or replace the one that starts at the same instant")
  public Uni<RestResponse<CpoAnswer>> putContract(
      @Valid @BeanParam CpoPath path,
      @PathParam("environment")
          @Pattern(regexp = WellFormed.ENVIRONMENT, message = WellFormed.ENVIRONMENT_REMEDY)
          String environment,
      @Valid @BeanParam Preconditions preconditions,
      @NotNull @Valid ContractRequest body) {
    return changeCpos
        .agree(
            path.cpoId(),
            Environment.valueOf(environment),
            body.toContract(),
            preconditions.toExpected())
        .map(outcome -> answer(path, outcome));
  }

  @DELETE
  @Path("{cpoId}/contracts/{environment}")
  @Operation(
      summary = "Take back the contract that starts at that instant; to end one, PUT its end")
  public Uni<RestResponse<CpoAnswer>> deleteContract(
      @Valid @BeanParam CpoPath path,
      @PathParam("environment")
          @Pattern(regexp = WellFormed.ENVIRONMENT, message = WellFormed.ENVIRONMENT_REMEDY)
          String environment,
      @QueryParam("validFrom") @NotNull String validFrom,
      @Valid @BeanParam Preconditions preconditions) {
    return changeCpos
        .revoke(
            path.cpoId(),
            Environment.valueOf(environment),
            WellFormed.instant("validFrom", validFrom),
            preconditions.toExpected())
        .map(outcome -> answer(path, outcome));
  }

  private static RestResponse<CpoAnswer> answer(CpoPath path, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Accepted kept ->
          Versioned.of(kept.isNew() ? Status.CREATED : Status.OK, CpoAnswer.of(kept.cpo()));
      case Outcome.Missing _ -> throw Problems.noCpo(path.cpoId());
      case Outcome.Refused refused -> throw Problems.of(path.cpoId(), refused.refusal());
    };
  }
}
