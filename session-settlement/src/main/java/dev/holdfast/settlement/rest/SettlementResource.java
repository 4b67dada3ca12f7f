package dev.holdfast.settlement.rest;

import dev.holdfast.settlement.core.payment.Reference;
import dev.holdfast.settlement.postgres.Invariants;
import dev.holdfast.settlement.postgres.JournalPages;
import dev.holdfast.settlement.postgres.SettlementPages;
import dev.holdfast.settlement.postgres.SettlementRow;
import dev.holdfast.settlement.postgres.TrailPages;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestMulti;

/** Settlements: what each session cost, what was taken, and what was booked. */
@Path("/settlements")
@Tag(name = "settlements")
class SettlementResource {
  /** Settlements that are in memory at once while they are downloaded. */
  private static final int READ_AT_ONCE = 500;

  private final SettlementPages settlements;
  private final JournalPages journal;
  private final TrailPages trail;
  private final Invariants invariants;

  SettlementResource(
      SettlementPages settlements, JournalPages journal, TrailPages trail, Invariants invariants) {
    this.settlements = settlements;
    this.journal = journal;
    this.trail = trail;
    this.invariants = invariants;
  }

  @GET
  @Operation(summary = "Settlements, the newest taps first; status, outcome and so on narrow it")
  public Uni<List<SettlementView>> list(
      @BeanParam SettlementQuery query,
      @QueryParam("page") @DefaultValue("0") int page,
      @QueryParam("size") @DefaultValue("50") int size) {
    return settlements
        .list(query.filter(), Parameter.page(page, size))
        .map(rows -> rows.stream().map(SettlementView::of).toList());
  }

  @GET
  @Path("export")
  @Produces("text/csv")
  @Operation(summary = "The same as CSV; each row is as it was when the download came to it")
  public RestMulti<String> export(@BeanParam SettlementQuery query) {
    SettlementPages.Filter filter = query.filter();
    return Download.<SettlementRow>of(
        "settlements.csv",
        SettlementCsv.TABLE.header(),
        last -> settlements.after(last, filter, READ_AT_ONCE),
        page -> SettlementCsv.TABLE.lines(page.stream().map(SettlementView::of)));
  }

  @GET
  @Path("invariants")
  @Operation(summary = "Runs every invariant over all rows: each must find none")
  public Uni<List<Invariants.Finding>> invariants() {
    return invariants.check();
  }

  @GET
  @Path("{reference}")
  @Operation(summary = "One settlement with its journal entries, and its trail from the tap on")
  public Uni<SettlementView> get(@PathParam("reference") String reference) {
    Reference asked = Parameter.reference(reference);
    return settlements
        .find(asked)
        .map(found -> found.orElseThrow(() -> unknown(asked)))
        .chain(this::withHistory);
  }

  private Uni<SettlementView> withHistory(SettlementRow row) {
    return journal
        .of(row.reference())
        .chain(entries ->
            trail
                .of(row.reference())
                .map(steps -> SettlementView.of(row, History.of(steps, entries))));
  }

  static HttpProblem unknown(Reference reference) {
    return Problems.of(
        Status.NOT_FOUND,
        "reference",
        "no settlement is known for " + reference.text(),
        "ask with the reference of a payment whose hold or session was published");
  }
}
