package dev.holdfast.terminal.rest;

import dev.holdfast.doors.Page;
import dev.holdfast.doors.Paging;
import dev.holdfast.doors.Versioned;
import dev.holdfast.terminal.AskVendor;
import dev.holdfast.terminal.ChangeTerminals;
import dev.holdfast.terminal.RegisterTerminal;
import dev.holdfast.terminal.ShowTerminals;
import dev.holdfast.terminal.ShowTerminals.View;
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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** Terminals: what is set for them, where they are, and whether they may take a card. */
@Produces(MediaType.APPLICATION_JSON)
@Path("/terminals")
class TerminalsResource {
  private final RegisterTerminal registerTerminal;
  private final ChangeTerminals changeTerminals;
  private final AskVendor askVendor;
  private final ShowTerminals showTerminals;
  private final AnswerDecision answerDecision;

  TerminalsResource(
      RegisterTerminal registerTerminal,
      ChangeTerminals changeTerminals,
      AskVendor askVendor,
      ShowTerminals showTerminals,
      AnswerDecision answerDecision) {
    this.registerTerminal = registerTerminal;
    this.changeTerminals = changeTerminals;
    this.askVendor = askVendor;
    this.showTerminals = showTerminals;
    this.answerDecision = answerDecision;
  }

  @GET
  @Operation(
      summary = "The terminals, by serial, a page at a time; q is how serial or charger begin")
  public Uni<Page<TerminalAnswer>> listTerminals(
      @Valid @BeanParam TerminalQuery query, @Valid @BeanParam Paging paging) {
    var filter = query.toFilter();
    return showTerminals
        .list(filter, Objects.requireNonNullElse(paging.after(), ""), paging.size() + 1)
        .map(found -> Pages.of(found.map(TerminalAnswer::of), paging))
        .chain(page -> paging.counted(page, () -> showTerminals.count(filter, Page.COUNTED + 1)));
  }

  @GET
  @Path("{serial}")
  @Operation(summary = "A terminal, its readiness with reasons, and what the vendor says of it")
  public Uni<RestResponse<TerminalAnswer>> getTerminal(@Valid @BeanParam SerialPath path) {
    return known(path).map(shown -> Versioned.of(Status.OK, TerminalAnswer.of(shown)));
  }

  @PUT
  @Path("{serial}")
  @Operation(
      summary = "Register a terminal (201, the vendor's clouds are asked), or change it (200)")
  @APIResponse(
      responseCode = "200",
      description = "It was changed, or was so before",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = TerminalAnswer.class)))
  @APIResponse(
      responseCode = "201",
      description = "The terminal was registered",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = TerminalAnswer.class)))
  public Uni<RestResponse<TerminalAnswer>> registerTerminal(
      @Valid @BeanParam SerialPath path,
      @Valid @BeanParam Preconditions preconditions,
      @NotNull @Valid TerminalRequest body) {
    return registerTerminal
        .register(path.serial(), body.toRegistration(), preconditions.toExpected())
        .chain(decision -> answerDecision.answer(path.serial(), decision));
  }

  @PUT
  @Path("{serial}/binding")
  @Operation(summary = "Add a terminal to a charger; the binding before it ends")
  public Uni<RestResponse<TerminalAnswer>> bindTerminal(
      @Valid @BeanParam SerialPath path,
      @Valid @BeanParam Preconditions preconditions,
      @NotNull @Valid BindingRequest body) {
    return change(path, new Bind(body.toPlace()), preconditions);
  }

  @DELETE
  @Path("{serial}/binding")
  @Operation(summary = "Take a terminal from its charger")
  public Uni<RestResponse<TerminalAnswer>> unbindTerminal(
      @Valid @BeanParam SerialPath path, @Valid @BeanParam Preconditions preconditions) {
    return change(path, new Unbind(), preconditions);
  }

  @POST
  @Path("{serial}/retire")
  @Operation(summary = "Take a terminal out of use for ever")
  public Uni<RestResponse<TerminalAnswer>> retireTerminal(
      @Valid @BeanParam SerialPath path, @Valid @BeanParam Preconditions preconditions) {
    return change(path, new Retire(), preconditions);
  }

  @POST
  @Path("{serial}/refresh")
  @Operation(summary = "Ask both of the vendor's clouds for a terminal now")
  public Uni<RestResponse<TerminalAnswer>> refreshTerminal(@Valid @BeanParam SerialPath path) {
    var asked = known(path).chain(shown -> askVendor.about(shown.terminal()));
    return asked.chain(decision -> answerDecision.answer(path.serial(), decision));
  }

  private Uni<View> known(SerialPath path) {
    return showTerminals
        .one(path.serial())
        .map(found -> found.orElseThrow(() -> Refusals.noTerminal(path.serial()).toProblem()));
  }

  private Uni<RestResponse<TerminalAnswer>> change(
      SerialPath path, TerminalCommand command, Preconditions preconditions) {
    return changeTerminals
        .change(path.serial(), command, preconditions.toExpected())
        .chain(decision -> answerDecision.answer(path.serial(), decision));
  }
}
