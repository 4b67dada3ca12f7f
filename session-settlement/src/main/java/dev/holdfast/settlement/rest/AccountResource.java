package dev.holdfast.settlement.rest;

import dev.holdfast.doors.Page;
import dev.holdfast.doors.Paging;
import dev.holdfast.doors.Problems;
import dev.holdfast.settlement.KeepAccounts;
import dev.holdfast.settlement.KeepAccounts.Answer;
import dev.holdfast.settlement.core.report.GatewayAccount.Name;
import dev.holdfast.settlement.rest.report.Format;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** To which CPOs the accounts at gateways belong. */
@Path("/accounts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "finance")
class AccountResource {
  private final KeepAccounts keepAccounts;
  private final Clock clock;

  AccountResource(KeepAccounts keepAccounts, Clock clock) {
    this.keepAccounts = keepAccounts;
    this.clock = clock;
  }

  /** Which account is meant. */
  record Account(
      @PathParam("gateway") Format gateway,
      @PathParam("account")
          @Pattern(
              regexp = "[^\\p{Cc}]{1,200}",
              message = "send the account as the report names it")
          String account) {
    private Name name() {
      return new Name(gateway.name(), account);
    }
  }

  @GET
  @Operation(
      summary =
          "The accounts at gateways of which a person has said whose they are, a page at a time")
  public Uni<Page<AccountAnswer>> listAccounts(@Valid @BeanParam Paging paging) {
    return paging
        .page(keepAccounts::list, Places::ofAccount, account -> Places.text(account.name()))
        .map(page -> page.map(AccountAnswer::of));
  }

  @POST
  @Path("{gateway}/{account}/owners")
  @Operation(
      summary =
          "Says to which CPOs an account belongs from a day on. A line of a report that is judged or"
              + " booked from now on is held against payments of these CPOs only")
  @APIResponse(responseCode = "200", description = "It belongs to them")
  @APIResponse(
      responseCode = "409",
      description = "It was decided on another version than the newest, which is told")
  @APIResponse(responseCode = "428", description = "The version is missing; the newest is told")
  public Uni<AccountAnswer> setOwners(
      @Valid @BeanParam Account path,
      @NotNull(message = Refusals.NO_BODY) @Valid OwnersRequest body) {
    return keepAccounts
        .set(path.name(), body.version(), body.owners(clock.instant()))
        .map(answer ->
            switch (answer) {
              case Answer.Done(var account) -> AccountAnswer.of(account);
              case Answer.Stale(var newest) ->
                  throw Problems.stale(body.version(), newest.version(), AccountAnswer.of(newest));
            });
  }
}
