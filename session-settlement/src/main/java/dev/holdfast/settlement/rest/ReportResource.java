package dev.holdfast.settlement.rest;

import dev.holdfast.doors.Page;
import dev.holdfast.doors.Paging;
import dev.holdfast.settlement.JudgeReport;
import dev.holdfast.settlement.ShowReports;
import dev.holdfast.settlement.core.report.Verdict.Result;
import dev.holdfast.settlement.rest.report.Format;
import dev.holdfast.settlement.rest.report.GatewayReport;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.File;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Gateways' settlement reports, held against what moved here. */
@Path("/reports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "finance")
class ReportResource {
  private static final String EXAMPLE =
      """
      Session ID,Type,Currency,Amount,Fee,Payout ID,Date
      7f3a,COMMIT,EUR,50.00,0.30,payout-1,2026-06-01T09:02:11Z
      """;

  private final JudgeReport judgeReport;
  private final ShowReports showReports;
  private final Vertx vertx;
  private final Clock clock;

  ReportResource(JudgeReport judgeReport, ShowReports showReports, Vertx vertx, Clock clock) {
    this.judgeReport = judgeReport;
    this.showReports = showReports;
    this.vertx = vertx;
    this.clock = clock;
  }

  /** Whose file it is. */
  record Sender(
      @QueryParam("gateway")
          @NotNull(message = "is missing: send whose report it is, such as PAYTER")
          Format gateway) {}

  /** A large file takes seconds to read: not on the thread that everybody shares. */
  @POST
  @Consumes(Download.CSV)
  @Operation(
      summary =
          "Reads a gateway's settlement report, holds it against what moved here, and books nothing;"
              + " the same file again changes nothing. A broken line is told by its number, and the"
              + " rest goes on")
  @APIResponse(responseCode = "200", description = "It was read, now or before")
  @APIResponse(responseCode = "409", description = "Another report of the gateway is being read")
  public Uni<ReportAnswer> readReport(
      @Valid @BeanParam Sender sender,
      @RequestBody(
              content =
                  @Content(
                      mediaType = Download.CSV,
                      schema = @Schema(type = SchemaType.STRING, examples = EXAMPLE)))
          File file) {
    var format = sender.gateway();
    return vertx
        .executeBlocking(() -> GatewayReport.of(format, file.toPath(), clock.instant()), false)
        .chain(report ->
            judgeReport
                .read(report.heading(), new LinesOfFile(vertx, report))
                .map(isRead -> isRead ? report.heading().id() : another()))
        .chain(this::getReport);
  }

  private static UUID another() {
    throw ReportRefusals.another("read");
  }

  @GET
  @Operation(summary = "The reports that were read, the last ones first, a page at a time")
  public Uni<Page<ReportAnswer>> listReports(@Valid @BeanParam Paging paging) {
    return paging
        .page(showReports::list, Places::ofReport, one -> Places.text(one.heading().place()))
        .map(page -> page.map(ReportAnswer::of));
  }

  @GET
  @Path("{report}")
  @Operation(summary = "One report that was read")
  public Uni<ReportAnswer> getReport(@PathParam("report") UUID report) {
    return showReports
        .one(report)
        .map(found -> ReportAnswer.of(found.orElseThrow(() -> Refusals.unknownReport(report))));
  }

  @GET
  @Path("{report}/lines")
  @Operation(
      summary =
          "What each line of a report comes to, and what is booked for it, or would be; in the order"
              + " of the file, a page at a time")
  public Uni<Page<ReportLineAnswer>> listReportLines(
      @PathParam("report") UUID report,
      @QueryParam("result") @Nullable Result result,
      @Valid @BeanParam Paging paging) {
    var lines =
        paging.page(
            (after, most) ->
                showReports.lines(report, result, Objects.requireNonNullElse(after, 0), most),
            Integer::valueOf,
            line -> String.valueOf(line.line()));
    return getReport(report).chain(() -> lines).map(page -> page.map(ReportLineAnswer::of));
  }
}
