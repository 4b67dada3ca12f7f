package dev.holdfast.authorization.rest;

import dev.holdfast.authorization.AwaitHold;
import dev.holdfast.authorization.PlaceHold;
import dev.holdfast.authorization.ShowHolds;
import dev.holdfast.authorization.core.Authorization;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** Holds on cards: ask for one, and see what became of it. */
@Path("/authorizations")
class AuthorizationsResource {
  private static final String KEY = "[\\x21-\\x7E]{1,100}";

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
      summary =
          "Ask for a hold: 201 when it is HELD, DECLINED or ABANDONED, 202 when that takes longer"
              + " than waitSeconds; the same Idempotency-Key and body give the same authorization")
  public Uni<RestResponse<AuthorizationAnswer>> place(
      @RestHeader("Idempotency-Key") Optional<String> idempotencyKey,
      @NotNull(message = "is missing: send a JSON object") @Valid HoldRequest body) {
    if (idempotencyKey.filter(key -> !key.matches(KEY)).isPresent()) {
      throw Problems.badKey();
    }
    return placeHold
        .place(body.toRequest(idempotencyKey))
        .chain(answer -> answer(answer, body))
        .map(answer -> RestResponse.status(status(answer), answer));
  }

  @GET
  @Operation(summary = "Authorizations, the newest first, a page at a time")
  public Uni<PageAnswer> list(@Valid @BeanParam ListQuery query) {
    return showHolds
        .page(query.filter(showHolds.nearEnd()), query.page(), query.size())
        .map(listed -> PageAnswer.of(listed, query.page(), query.size()));
  }

  @GET
  @Path("{reference}")
  @Operation(summary = "An authorization with every attempt at the gateway")
  public Uni<AuthorizationAnswer> get(@RestPath String reference) {
    return showHolds
        .one(Parameter.reference(reference))
        .map(found -> AuthorizationAnswer.of(Problems.orRefused(reference, found)));
  }

  private Uni<AuthorizationAnswer> answer(PlaceHold.Answer answer, HoldRequest body) {
    var serial = body.terminalSerial();
    return switch (answer) {
      case PlaceHold.Answer.New(var state) ->
          awaitHold.begin(state.tap(), body.patience()).chain(() -> shown(state));
      case PlaceHold.Answer.Again(var state) ->
          awaitHold.goOn(state.tap().reference(), body.patience()).chain(() -> shown(state));
      case PlaceHold.Answer.KeyTaken() -> throw Problems.keyTaken();
      case PlaceHold.Answer.UnknownTerminal() -> throw Problems.unknownTerminal(serial);
      case PlaceHold.Answer.Busy() -> throw Problems.busy(serial);
      case PlaceHold.Answer.NoGateway(var vendor) -> throw Problems.noGateway(serial, vendor);
      case PlaceHold.Answer.NotReady(var why) -> throw Problems.notReady(serial, why);
      case PlaceHold.Answer.Wrong(var what) -> throw Problems.wrong(what);
    };
  }

  private Uni<AuthorizationAnswer> shown(Authorization state) {
    return get(state.tap().reference().toString());
  }

  private static Status status(AuthorizationAnswer answer) {
    return answer.isUndecided() ? Status.ACCEPTED : Status.CREATED;
  }
}
