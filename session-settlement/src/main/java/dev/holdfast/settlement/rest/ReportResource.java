package dev.holdfast.settlement.rest;

import static java.util.Comparator.naturalOrder;

import dev.holdfast.delivery.Unacceptable;
import dev.holdfast.settlement.ReconcileReport;
import dev.holdfast.settlement.core.journal.NamedUuid;
import dev.holdfast.settlement.core.report.FileLine;
import dev.holdfast.settlement.core.report.Reconciliation;
import dev.holdfast.settlement.core.report.Reconciliation.Covered;
import dev.holdfast.settlement.core.report.Verdict.Result;
import dev.holdfast.settlement.postgres.ReportPages;
import dev.holdfast.settlement.postgres.ReportTable;
import dev.holdfast.settlement.rest.report.Format;
import dev.holdfast.settlement.rest.report.ReportFile;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response.Status;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Gateways' settlement reports, held against what moved here. */
@Path("/reports")
@Tag(name = "finance")
class ReportResource {
  private static final String REPORT_ID = "send the reportId of a report that was read";

  private final ReconcileReport reconcileReport;
  private final ReportPages reports;
  private final Vertx vertx;
  private final Clock clock;

  ReportResource(ReconcileReport reconcileReport, ReportPages reports, Vertx vertx, Clock clock) {
    this.reconcileReport = reconcileReport;
    this.reports = reports;
    this.vertx = vertx;
    this.clock = clock;
  }

  /** A large file takes seconds to read: not on the thread that everybody shares. */
  @POST
  @Consumes("text/csv")
  @Operation(
      summary =
          "Reconciles a gateway's settlement report; the same file again changes nothing. A broken"
              + " line is told by its number, and the rest goes on")
  public Uni<ReportView> reconcile(@QueryParam("gateway") @Nullable String gateway, byte[] file) {
    Format format = Parameter.mustChoose("gateway", gateway, Format.values());
    return vertx
        .executeBlocking(() -> Report.of(format, file, clock.instant()), false)
        .chain(report ->
            reconcileReport
                .reconcile(report.heading(), format.vendor(), report.lines())
                .map(isRead -> isRead ? report.heading().id() : another()))
        .chain(this::find);
  }

  private static UUID another() {
    throw Problems.of(
        Status.CONFLICT, "report", "another one is being read", "send it again in a minute");
  }

  private record Report(ReportTable.Heading heading, List<FileLine> lines) {
    static Report of(Format format, byte[] file, Instant now) {
      List<FileLine> lines = read(format, file);
      return new Report(headingOf(format, file, lines, now), lines);
    }
  }

  private static List<FileLine> read(Format format, byte[] file) {
    try {
      return ReportFile.read(format, file);
    } catch (Unacceptable unreadable) {
      String[] what = String.valueOf(unreadable.getMessage()).split(": ", 2);
      throw Problems.refused(what[0], "this file", what[1]);
    }
  }

  private static ReportTable.Heading headingOf(
      Format format, byte[] file, List<FileLine> lines, Instant now) {
    Collection<Covered> covered = Reconciliation.covered(lines);
    return new ReportTable.Heading(
        NamedUuid.of("report/" + format, file),
        format.name(),
        now,
        covered.stream().map(Covered::from).min(naturalOrder()).orElse(now),
        covered.stream().map(Covered::to).max(naturalOrder()).orElse(now));
  }

  @GET
  @Operation(summary = "The reports that were read, the last ones first")
  public Uni<List<ReportView>> list(
      @QueryParam("page") @DefaultValue("0") int page,
      @QueryParam("size") @DefaultValue("50") int size) {
    return reports
        .list(Parameter.page(page, size))
        .map(all -> all.stream().map(ReportView::of).toList());
  }

  @GET
  @Path("{report}/lines")
  @Operation(
      summary =
          "What became of each line of a report, in the order of the file; then what moved here in"
              + " its time and no report names")
  public Uni<List<ReportView.LineView>> lines(
      @PathParam("report") String report,
      @QueryParam("result") @Nullable String result,
      @QueryParam("page") @DefaultValue("0") int page,
      @QueryParam("size") @DefaultValue("50") int size) {
    UUID id = Parameter.uuid("report", report, REPORT_ID);
    Result asked = Parameter.choice("result", result, Result.values());
    return find(id)
        .chain(() -> reports.lines(id, asked, Parameter.page(page, size)))
        .map(lines -> lines.stream().map(ReportView.LineView::of).toList());
  }

  private Uni<ReportView> find(UUID id) {
    return reports.find(id).map(found -> ReportView.of(found.orElseThrow(() -> unknown(id))));
  }

  private static HttpProblem unknown(UUID id) {
    return Problems.of(Status.NOT_FOUND, "report", id + " is not known", REPORT_ID);
  }
}
