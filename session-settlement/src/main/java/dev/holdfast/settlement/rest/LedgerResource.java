package dev.holdfast.settlement.rest;

import dev.holdfast.doors.Page;
import dev.holdfast.doors.Paging;
import dev.holdfast.settlement.ShowLedger;
import dev.holdfast.settlement.core.journal.AccountBalance;
import dev.holdfast.settlement.core.journal.AgePlace;
import dev.holdfast.settlement.core.journal.DaySpan;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What the journal sums up to. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "finance")
class LedgerResource {
  private final ShowLedger showLedger;

  LedgerResource(ShowLedger showLedger) {
    this.showLedger = showLedger;
  }

  @GET
  @Path("trial-balance")
  @Operation(
      summary =
          "Opening balance, debits, credits and closing balance of each account over booking days,"
              + " from and to included, by CPO and currency, in minor units, a page at a time; 30"
              + " days if not given")
  public Uni<Page<AccountBalanceAnswer>> listTrialBalance(
      @QueryParam("from") @Nullable LocalDate from,
      @QueryParam("to") @Nullable LocalDate to,
      @Valid @BeanParam LedgerQuery query,
      @Valid @BeanParam Paging paging) {
    var days = new DaySpan(from, to);
    return paging
        .page(
            (after, most) ->
                showLedger.trialBalance(
                    days, query.scope(), orFirst(after, AccountBalance.Place.FIRST), most),
            Places::ofBalance,
            row -> Places.text(row.place()))
        .map(page -> page.map(AccountBalanceAnswer::of));
  }

  @GET
  @Path("shortfall")
  @Operation(
      summary =
          "What is short and neither paid nor written off, by CPO, currency, and age since the"
              + " first shortfall of the payment was booked, a page at a time")
  public Uni<Page<ShortfallAnswer>> listShortfall(
      @Valid @BeanParam LedgerQuery query, @Valid @BeanParam Paging paging) {
    return paging
        .page(
            (after, most) ->
                showLedger.openShortfall(query.scope(), orFirst(after, AgePlace.FIRST), most),
            Places::ofAge,
            row -> Places.text(row.place()))
        .map(page -> page.map(ShortfallAnswer::of));
  }

  private static <T> T orFirst(@Nullable T after, T first) {
    return Objects.requireNonNullElse(after, first);
  }
}
