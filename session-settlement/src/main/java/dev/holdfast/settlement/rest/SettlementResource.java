package dev.holdfast.settlement.rest;

import dev.holdfast.settlement.core.AttentionReason;
import dev.holdfast.settlement.core.Deadline;
import dev.holdfast.settlement.core.Outcome;
import dev.holdfast.settlement.core.Reference;
import dev.holdfast.settlement.core.Settlement;
import dev.holdfast.settlement.core.TrailStep;
import dev.holdfast.settlement.postgres.Invariants;
import dev.holdfast.settlement.postgres.JournalTable;
import dev.holdfast.settlement.postgres.SettlementRow;
import dev.holdfast.settlement.postgres.Settlements;
import dev.holdfast.settlement.postgres.TrailTable;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.panache.common.Page;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Settlements: what each session cost, what was taken, and what was booked. */
@Path("/settlements")
@Tag(name = "settlements")
class SettlementResource {
  private static final int LARGEST_PAGE = 500;
  private static final int LAST_PAGE = 10_000;

  private final Settlements settlements;
  private final JournalTable journal;
  private final TrailTable trail;
  private final Invariants invariants;

  SettlementResource(
      Settlements settlements, JournalTable journal, TrailTable trail, Invariants invariants) {
    this.settlements = settlements;
    this.journal = journal;
    this.trail = trail;
    this.invariants = invariants;
  }

  @GET
  @WithSession
  @Operation(summary = "Settlements, the newest taps first; status, outcome and so on narrow it")
  public Uni<List<SettlementView>> list(
      @QueryParam("status") @Nullable String status,
      @QueryParam("outcome") @Nullable String outcome,
      @QueryParam("cpo") @Nullable String cpo,
      @QueryParam("session") @Nullable String session,
      @QueryParam("attention") @Nullable String attention,
      @QueryParam("due") @Nullable String due,
      @QueryParam("page") @DefaultValue("0") int page,
      @QueryParam("size") @DefaultValue("50") int size) {
    Settlements.Filter filter =
        new Settlements.Filter(
            Parameter.choice("status", status, Settlement.Status.values()),
            Parameter.choice("outcome", outcome, Outcome.values()),
            Parameter.text(cpo),
            Parameter.text(session),
            Parameter.choice("attention", attention, AttentionReason.values()),
            Parameter.choice("due", due, Deadline.values()));
    Page asked =
        Page.of(
            Parameter.between("page", page, 0, LAST_PAGE),
            Parameter.between("size", size, 1, LARGEST_PAGE));
    return settlements
        .list(filter, asked)
        .map(rows -> rows.stream().map(row -> SettlementView.of(row, null, null)).toList());
  }

  @GET
  @Path("invariants")
  @Operation(summary = "Runs every invariant over all rows: each must find none")
  public Uni<List<Invariants.Finding>> invariants() {
    return invariants.check();
  }

  @GET
  @Path("{reference}")
  @WithSession
  @Operation(summary = "One settlement with its journal entries, and its trail from the tap on")
  public Uni<SettlementView> get(@PathParam("reference") String reference) {
    Reference asked = Parameter.reference(reference);
    return settlements
        .findById(asked.value())
        .onItem()
        .ifNull()
        .failWith(() -> unknown(asked))
        .chain(this::withHistory);
  }

  private Uni<SettlementView> withHistory(SettlementRow row) {
    return journal
        .of(row.reference())
        .chain(entries -> trail.of(row.reference()).map(steps -> withHistory(row, entries, steps)));
  }

  private static SettlementView withHistory(
      SettlementRow row, List<JournalTable.Booked> entries, List<TrailStep.Content> steps) {
    return SettlementView.of(
        row,
        entries.stream().map(JournalEntryView::of).toList(),
        TrailStepView.inOrder(steps, entries));
  }

  static HttpProblem unknown(Reference reference) {
    return Parameter.problem(
        Status.NOT_FOUND,
        "reference",
        "no settlement is known for " + reference.text(),
        "ask with the reference of a payment whose hold or session was published");
  }
}
