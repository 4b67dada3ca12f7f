package dev.holdfast.terminal.rest;

import dev.holdfast.terminal.ChangeCpos;
import dev.holdfast.terminal.core.Environment;
import dev.holdfast.terminal.postgres.Cpos;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** Charge point operators and their contactless contracts. */
@Path("/cpos")
class CposResource {
  private final ChangeCpos changeCpos;
  private final Cpos cpos;

  CposResource(ChangeCpos changeCpos, Cpos cpos) {
    this.changeCpos = changeCpos;
    this.cpos = cpos;
  }

  @GET
  @WithSession
  @Operation(summary = "The CPOs, by id, a page at a time")
  public Uni<PageAnswer<CpoAnswer>> list(@Valid @BeanParam Paging paging) {
    return cpos.page(paging.number(), paging.limit())
        .map(page -> page.stream().map(CpoAnswer::of).toList())
        .chain(items ->
            cpos.count()
                .map(total -> new PageAnswer<>(items, paging.number(), paging.limit(), total)));
  }

  @PUT
  @Path("{cpoId}")
  @Operation(summary = "Make a CPO known (201), or replace its defaults (200)")
  public Uni<RestResponse<CpoAnswer>> put(
      @PathParam("cpoId") @Pattern(regexp = WellFormed.ID, message = WellFormed.ID_REMEDY)
          String cpoId,
      @NotNull @Valid CpoRequest body) {
    return changeCpos
        .describe(cpoId, body.toDefaults())
        .map(described ->
            RestResponse.status(
                described.isNew() ? RestResponse.Status.CREATED : RestResponse.Status.OK,
                CpoAnswer.of(described.cpo())));
  }

  @PUT
  @Path("{cpoId}/contracts/{environment}")
  @Operation(summary = "Put a contactless contract in the place of the one in that environment")
  public Uni<CpoAnswer> putContract(
      @PathParam("cpoId") @Pattern(regexp = WellFormed.ID, message = WellFormed.ID_REMEDY)
          String cpoId,
      @PathParam("environment")
          @Pattern(regexp = WellFormed.ENVIRONMENT, message = WellFormed.ENVIRONMENT_REMEDY)
          String environment,
      @NotNull @Valid ContractRequest body) {
    return changeCpos
        .contract(cpoId, Environment.valueOf(environment), body.toContract())
        .map(found -> found.map(CpoAnswer::of).orElseThrow(() -> Problems.noCpo(cpoId)));
  }
}
