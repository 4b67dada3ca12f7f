package dev.holdfast.authorization.rest;

import dev.holdfast.authorization.AwaitHold;
import dev.holdfast.authorization.PlaceHold;
import dev.holdfast.authorization.ShowHolds;
import dev.holdfast.authorization.ShowHolds.Shown;
import dev.holdfast.authorization.core.Authorization;
import dev.holdfast.authorization.due.Awaited.News;
import dev.holdfast.doors.IdempotencyKey;
import dev.holdfast.doors.Page;
import dev.holdfast.doors.Paging;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** Holds on cards: ask for one, and see what became of it. */
@Path("/authorizations")
@Produces(MediaType.APPLICATION_JSON)
class AuthorizationsResource {
  private static final String JSON = MediaType.APPLICATION_JSON;

  private final PlaceHold placeHold;
  private final AwaitHold awaitHold;
  private final ShowHolds showHolds;

  AuthorizationsResource(PlaceHold placeHold, AwaitHold awaitHold, ShowHolds showHolds) {
    this.placeHold = placeHold;
    this.awaitHold = awaitHold;
    this.showHolds = showHolds;
  }

  @POST
  @Operation(
      operationId = "placeHold",
      summary = "Ask for a hold; the same Idempotency-Key and body give the same authorization")
  @APIResponse(
      responseCode = "201",
      description = "It is HELD, DECLINED or ABANDONED",
      content =
          @Content(mediaType = JSON, schema = @Schema(implementation = AuthorizationAnswer.class)))
  @APIResponse(
      responseCode = "202",
      description = "That takes longer than waitSeconds: ask again with the same key, or read it",
      content =
          @Content(mediaType = JSON, schema = @Schema(implementation = AuthorizationAnswer.class)))
  @APIResponse(
      responseCode = "409",
      description = "The terminal is busy or not ready, or the key was used")
  @APIResponse(responseCode = "422", description = "The request does not fit the terminal")
  @APIResponse(
      responseCode = "503",
      description = "So many wait that the driver would have left: ask again after retryAfter")
  public Uni<RestResponse<AuthorizationAnswer>> place(
      @Parameter(
              description =
                  "A fresh random text of 1 to 100 visible characters for each new request; sent"
                      + " again with the same body, it asks for nothing new")
          @RestHeader(IdempotencyKey.NAME)
          Optional<String> idempotencyKey,
      @NotNull(message = "is missing: send a JSON object") @Valid HoldRequest body) {
    if (idempotencyKey.filter(key -> !IdempotencyKey.isAcceptable(key)).isPresent()) {
      throw Refusals.badKey();
    }
    return placeHold
        .place(body.toRequest(idempotencyKey))
        .chain(answer -> answer(answer, body))
        .map(answer -> RestResponse.status(status(answer), answer));
  }

  @GET
  @Operation(
      operationId = "listAuthorizations",
      summary = "Authorizations, the newest first, a page at a time")
  public Uni<Page<AuthorizationAnswer>> list(
      @Valid @BeanParam ListQuery query, @Valid @BeanParam Paging paging) {
    var filter = query.filter(showHolds.nearEnd());
    return showHolds
        .page(filter, paging.after(AuthorizationsPage::place), paging.size() + 1)
        .map(found -> AuthorizationsPage.of(found, paging.size()))
        .chain(page -> paging.counted(page, () -> showHolds.count(filter, Page.COUNTED + 1)));
  }

  @GET
  @Path("{reference}")
  @Operation(
      operationId = "getAuthorization",
      summary = "An authorization with every attempt at the gateway")
  public Uni<AuthorizationAnswer> get(@PathParam("reference") UUID reference) {
    return showHolds
        .one(reference)
        .map(found -> AuthorizationAnswer.of(Refusals.orRefused(reference, found)));
  }

  private Uni<AuthorizationAnswer> answer(PlaceHold.Answer answer, HoldRequest body) {
    var serial = body.terminalSerial();
    return switch (answer) {
      case PlaceHold.Answer.New(var state) ->
          awaitHold.begin(state.tap(), body.patience()).chain(news -> shown(state, news));
      case PlaceHold.Answer.Again(var state) ->
          awaitHold
              .goOn(state.tap().reference(), body.patience())
              .chain(news -> shown(state, news));
      case PlaceHold.Answer.KeyTaken() -> throw Refusals.keyTaken();
      case PlaceHold.Answer.UnknownTerminal() -> throw Refusals.unknownTerminal(serial);
      case PlaceHold.Answer.Busy() -> throw Refusals.busy(serial);
      case PlaceHold.Answer.NoGateway(var vendor) -> throw Refusals.noGateway(serial, vendor);
      case PlaceHold.Answer.Halted(var halt) -> throw Refusals.halted(halt);
      case PlaceHold.Answer.NotReady(var why) -> throw Refusals.notReady(serial, why);
      case PlaceHold.Answer.NotNow(var after) -> throw Refusals.tooMany(after);
      case PlaceHold.Answer.Wrong(var what) -> throw Refusals.wrong(what);
    };
  }

  /** As it was told, or as its row has it. */
  private Uni<AuthorizationAnswer> shown(Authorization state, Optional<News> news) {
    return news.map(told -> new Shown(told.state(), told.at()))
        .map(shown -> Uni.createFrom().item(AuthorizationAnswer.of(shown)))
        .orElseGet(() -> get(state.tap().reference()));
  }

  private static Status status(AuthorizationAnswer answer) {
    return answer.isUndecided() ? Status.ACCEPTED : Status.CREATED;
  }
}
