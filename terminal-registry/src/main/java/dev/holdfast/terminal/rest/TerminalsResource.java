package dev.holdfast.terminal.rest;

import dev.holdfast.terminal.AskVendor;
import dev.holdfast.terminal.ChangeTerminals;
import dev.holdfast.terminal.RegisterTerminal;
import dev.holdfast.terminal.ShowTerminals;
import dev.holdfast.terminal.ShowTerminals.View;
import dev.holdfast.terminal.core.Decision;
import dev.holdfast.terminal.core.Decision.Changed;
import dev.holdfast.terminal.core.Decision.Noted;
import dev.holdfast.terminal.core.Decision.Refused;
import dev.holdfast.terminal.core.Decision.Unchanged;
import dev.holdfast.terminal.core.Terminal;
import dev.holdfast.terminal.core.TerminalCommand;
import dev.holdfast.terminal.core.TerminalCommand.Bind;
import dev.holdfast.terminal.core.TerminalCommand.Retire;
import dev.holdfast.terminal.core.TerminalCommand.Unbind;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
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
      @Valid @BeanParam TerminalQuery query, @Valid @BeanParam PageQuery paging) {
    return showTerminals
        .list(query.toFilter(), paging.after(), paging.limit() + 1)
        .map(listed ->
            PageAnswer.of(
                listed.terminals().map(TerminalAnswer::of),
                paging.limit(),
                listed.counted(),
                ShowTerminals.COUNTED_UP_TO));
  }

  @GET
  @Path("{serial}")
  @Operation(summary = "A terminal, its readiness with reasons, and what the vendor says of it")
  public Uni<RestResponse<TerminalAnswer>> get(@Valid @BeanParam SerialPath path) {
    return known(path).map(shown -> Versioned.of(Status.OK, TerminalAnswer.of(shown)));
  }

  @PUT
  @Path("{serial}")
  @Operation(
      summary = "Register a terminal (201, the vendor's clouds are asked), or change it (200)")
  public Uni<RestResponse<TerminalAnswer>> put(
      @Valid @BeanParam SerialPath path,
      @Valid @BeanParam Preconditions preconditions,
      @NotNull @Valid TerminalRequest body) {
    return registerTerminal
        .register(path.serial(), body.toRegistration(), preconditions.toExpected())
        .chain(decision -> shown(path, decision));
  }

  @PUT
  @Path("{serial}/binding")
  @Operation(summary = "Add a terminal to a charger; the binding before it ends")
  public Uni<RestResponse<TerminalAnswer>> bind(
      @Valid @BeanParam SerialPath path,
      @Valid @BeanParam Preconditions preconditions,
      @NotNull @Valid BindingRequest body) {
    return change(path, new Bind(body.toPlace()), preconditions);
  }

  @DELETE
  @Path("{serial}/binding")
  @Operation(summary = "Take a terminal from its charger")
  public Uni<RestResponse<TerminalAnswer>> unbind(
      @Valid @BeanParam SerialPath path, @Valid @BeanParam Preconditions preconditions) {
    return change(path, new Unbind(), preconditions);
  }

  @POST
  @Path("{serial}/retire")
  @Operation(summary = "Take a terminal out of use for ever")
  public Uni<RestResponse<TerminalAnswer>> retire(
      @Valid @BeanParam SerialPath path, @Valid @BeanParam Preconditions preconditions) {
    return change(path, new Retire(), preconditions);
  }

  @POST
  @Path("{serial}/refresh")
  @Operation(summary = "Ask both of the vendor's clouds for a terminal now")
  public Uni<RestResponse<TerminalAnswer>> refresh(@Valid @BeanParam SerialPath path) {
    var asked = known(path).chain(shown -> askVendor.about(shown.terminal()));
    return asked.chain(decision -> shown(path, decision));
  }

  private Uni<View> known(SerialPath path) {
    return showTerminals
        .one(path.serial())
        .map(found -> found.orElseThrow(() -> Problems.noTerminal(path.serial())));
  }

  private Uni<RestResponse<TerminalAnswer>> change(
      SerialPath path, TerminalCommand command, Preconditions preconditions) {
    return changeTerminals
        .change(path.serial(), command, preconditions.toExpected())
        .chain(decision -> shown(path, decision));
  }

  /** What was decided, not what somebody else made of it since: its ETag is this one's. */
  private Uni<RestResponse<TerminalAnswer>> shown(SerialPath path, Decision decision) {
    return switch (decision) {
      case Changed changed when changed.before() == null -> shown(changed.after(), Status.CREATED);
      case Changed changed -> shown(changed.after(), Status.OK);
      case Noted noted -> shown(noted.after(), Status.OK);
      case Unchanged unchanged -> shown(unchanged.known(), Status.OK);
      case Refused refused ->
          Uni.createFrom().failure(Problems.of(path.serial(), refused.refusal()));
    };
  }

  private Uni<RestResponse<TerminalAnswer>> shown(Terminal terminal, Status status) {
    return showTerminals
        .asShown(terminal)
        .map(shown -> Versioned.of(status, TerminalAnswer.of(shown)));
  }
}
