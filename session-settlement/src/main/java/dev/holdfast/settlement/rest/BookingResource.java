package dev.holdfast.settlement.rest;

import dev.holdfast.doors.Problems;
import dev.holdfast.settlement.BookReport;
import dev.holdfast.settlement.BookReport.Answer;
import dev.holdfast.settlement.BookReport.Decision;
import dev.holdfast.settlement.ShowReports;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What of a gateway's report is booked: a person decides it, and can take it back. */
@Path("/reports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "finance")
class BookingResource {
  private final BookReport bookReport;
  private final ShowReports showReports;
  private final Clock clock;

  BookingResource(BookReport bookReport, ShowReports showReports, Clock clock) {
    this.bookReport = bookReport;
    this.showReports = showReports;
    this.clock = clock;
  }

  @GET
  @Path("{report}/booking")
  @Operation(summary = "What is booked for a report, or would be, by cause and currency")
  public Uni<BookingAnswer> getBooking(@PathParam("report") UUID report) {
    return newest(report)
        .chain(found -> showReports.sums(report).map(sums -> BookingAnswer.of(found, sums)));
  }

  @POST
  @Path("{report}/booking")
  @Operation(
      summary =
          "Books what a report tells and no report has told before. It is judged once more: where"
              + " that makes a difference, nothing is booked, and the newest version is told")
  @APIResponse(responseCode = "200", description = "It is booked")
  @APIResponse(
      responseCode = "409",
      description =
          "It is booked already, a payout in it differs from its lines, another report is being"
              + " booked, or it was decided on another version than the newest, which is told")
  @APIResponse(
      responseCode = "422",
      description = "It has lines that belong to no payment, and the CPO is missing")
  @APIResponse(responseCode = "428", description = "The version is missing; the newest is told")
  public Uni<ReportAnswer> bookReport(
      @PathParam("report") UUID report,
      @NotNull(message = Refusals.NO_BODY) @Valid BookingRequest body) {
    var decision = new Decision(report, body.version(), body.word(clock.instant()));
    return bookReport
        .book(decision, body.cpo())
        .chain(answer -> newest(report).map(newest -> answered(answer, body.version(), newest)));
  }

  @POST
  @Path("{report}/reversal")
  @Operation(summary = "Books back all that was booked for a report; it can be booked again")
  @APIResponse(responseCode = "200", description = "It is booked back")
  @APIResponse(
      responseCode = "409",
      description =
          "It is not booked, another report builds on it or is being booked, or it was decided on"
              + " another version than the newest, which is told")
  @APIResponse(responseCode = "428", description = "The version is missing; the newest is told")
  public Uni<ReportAnswer> bookReportBack(
      @PathParam("report") UUID report,
      @NotNull(message = Refusals.NO_BODY) @Valid DecisionRequest body) {
    var decision = new Decision(report, body.version(), body.word(clock.instant()));
    return bookReport
        .bookBack(decision)
        .chain(answer -> newest(report).map(newest -> answered(answer, body.version(), newest)));
  }

  private Uni<ReportAnswer> newest(UUID report) {
    return showReports
        .one(report)
        .map(found -> ReportAnswer.of(found.orElseThrow(() -> Refusals.unknownReport(report))));
  }

  private static ReportAnswer answered(Answer answer, @Nullable Long version, ReportAnswer newest) {
    return switch (answer) {
      case Answer.Done() -> newest;
      case Answer.Unknown() -> throw Refusals.unknownReport(newest.reportId());
      case Answer.Busy() -> throw ReportRefusals.another("booked");
      case Answer.Stale() -> throw Problems.stale(version, newest.version(), newest);
      case Answer.Impossible(var state) -> throw ReportRefusals.impossible(state);
      case Answer.Hindered(var obstacle) -> throw ReportRefusals.hindered(obstacle);
      case Answer.BuiltUpon(var later) -> throw ReportRefusals.builtUpon(later);
    };
  }
}
