package dev.holdfast.terminal.rest;

import dev.holdfast.terminal.AskVendor;
import dev.holdfast.terminal.ChangeTerminals;
import dev.holdfast.terminal.RegisterTerminal;
import dev.holdfast.terminal.ShowTerminals;
import dev.holdfast.terminal.core.Decision;
import dev.holdfast.terminal.core.Decision.Changed;
import dev.holdfast.terminal.core.Decision.Noted;
import dev.holdfast.terminal.core.Decision.Refused;
import dev.holdfast.terminal.core.Decision.Unchanged;
import dev.holdfast.terminal.core.TerminalCommand;
import dev.holdfast.terminal.core.TerminalCommand.Bind;
import dev.holdfast.terminal.core.TerminalCommand.Retire;
import dev.holdfast.terminal.core.TerminalCommand.Unbind;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** Terminals: what is set for them, where they are, and whether they may take a card. */
@Path("/terminals")
class TerminalsResource {
  private final RegisterTerminal registerTerminal;
  private final ChangeTerminals changeTerminals;
  private final AskVendor askVendor;
  private final ShowTerminals showTerminals;

  TerminalsResource(
      RegisterTerminal registerTerminal,
      ChangeTerminals changeTerminals,
      AskVendor askVendor,
      ShowTerminals showTerminals) {
    this.registerTerminal = registerTerminal;
    this.changeTerminals = changeTerminals;
    this.askVendor = askVendor;
    this.showTerminals = showTerminals;
  }

  @GET
  @Operation(
      summary = "The terminals, by serial, a page at a time; q is how serial or charger begin")
  public Uni<PageAnswer<TerminalAnswer>> list(
      @Valid @BeanParam TerminalQuery query, @Valid @BeanParam Paging paging) {
    return showTerminals
        .list(query.toWanted(), paging.number(), paging.limit())
        .map(listed ->
            new PageAnswer<>(
                listed.terminals().stream().map(TerminalAnswer::of).toList(),
                paging.number(),
                paging.limit(),
                listed.total()));
  }

  @GET
  @Path("{serial}")
  @Operation(summary = "A terminal, its readiness with reasons, and what the vendor says of it")
  public Uni<TerminalAnswer> get(
      @PathParam("serial") @Pattern(regexp = WellFormed.SERIAL, message = WellFormed.SERIAL_REMEDY)
          String serial) {
    return showTerminals
        .one(serial)
        .map(found -> found.map(TerminalAnswer::of).orElseThrow(() -> Problems.noTerminal(serial)));
  }

  @PUT
  @Path("{serial}")
  @Operation(
      summary = "Register a terminal (201, the vendor's clouds are asked), or change it (200)")
  public Uni<RestResponse<TerminalAnswer>> put(
      @PathParam("serial") @Pattern(regexp = WellFormed.SERIAL, message = WellFormed.SERIAL_REMEDY)
          String serial,
      @NotNull @Valid TerminalRequest body) {
    return registerTerminal
        .register(serial, body.toRegistration())
        .chain(decision ->
            shown(serial, decision).map(answer -> RestResponse.status(status(decision), answer)));
  }

  @PUT
  @Path("{serial}/binding")
  @Operation(summary = "Add a terminal to a charger; the binding before it ends")
  public Uni<TerminalAnswer> bind(
      @PathParam("serial") @Pattern(regexp = WellFormed.SERIAL, message = WellFormed.SERIAL_REMEDY)
          String serial,
      @NotNull @Valid BindingRequest body) {
    return change(serial, new Bind(body.toPlace()));
  }

  @DELETE
  @Path("{serial}/binding")
  @Operation(summary = "Take a terminal from its charger")
  public Uni<TerminalAnswer> unbind(
      @PathParam("serial") @Pattern(regexp = WellFormed.SERIAL, message = WellFormed.SERIAL_REMEDY)
          String serial) {
    return change(serial, new Unbind());
  }

  @POST
  @Path("{serial}/retire")
  @Operation(summary = "Take a terminal out of use for ever")
  public Uni<TerminalAnswer> retire(
      @PathParam("serial") @Pattern(regexp = WellFormed.SERIAL, message = WellFormed.SERIAL_REMEDY)
          String serial) {
    return change(serial, new Retire());
  }

  @POST
  @Path("{serial}/refresh")
  @Operation(summary = "Ask both of the vendor's clouds for a terminal now")
  public Uni<TerminalAnswer> refresh(
      @PathParam("serial") @Pattern(regexp = WellFormed.SERIAL, message = WellFormed.SERIAL_REMEDY)
          String serial) {
    return askVendor.about(serial).chain(decision -> shown(serial, decision));
  }

  private Uni<TerminalAnswer> change(String serial, TerminalCommand command) {
    return changeTerminals.change(serial, command).chain(decision -> shown(serial, decision));
  }

  private Uni<TerminalAnswer> shown(String serial, Decision decision) {
    return switch (decision) {
      case Changed _, Noted _, Unchanged _ -> get(serial);
      case Refused refused -> Uni.createFrom().failure(Problems.of(serial, refused.refusal()));
    };
  }

  private static Status status(Decision decision) {
    return decision instanceof Changed changed && changed.before() == null
        ? Status.CREATED
        : Status.OK;
  }
}
