package dev.holdfast.settlement.rest;

import dev.holdfast.doors.Problems;
import dev.holdfast.settlement.PostReport.Obstacle;
import dev.holdfast.settlement.core.report.ReportState;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;

/** What is refused of reports, in words: which field, what is wrong, and how to mend it. */
final class ReportRefusals {
  private static final int CONFLICT = 409;
  private static final int UNPROCESSABLE = 422;
  private static final int A_MINUTE = 60;
  private static final String REPORT = "report";

  private ReportRefusals() {}

  /** Who waited would keep a connection from those who settle. */
  static HttpProblem another(String done) {
    return Problems.of(
            CONFLICT,
            "Another report is being " + done,
            REPORT,
            "another one is being " + done,
            "send it again in a minute")
        .with("retryAfter", A_MINUTE)
        .withHeader(HttpHeaders.RETRY_AFTER, A_MINUTE)
        .build();
  }

  static HttpProblem impossible(ReportState state) {
    return Problems.of(
            CONFLICT,
            "Not possible",
            REPORT,
            "it is " + state,
            switch (state) {
              case READING ->
                  "wait until it is read; where its progress stands still, send its file again";
              case BOOKED -> "book it back first";
              case JUDGED, BOOKED_BACK -> "book it back only while it is booked";
            })
        .build();
  }

  static HttpProblem hindered(Obstacle obstacle) {
    return switch (obstacle.why()) {
      case PAYOUT_DIFFERS ->
          Problems.of(
                  CONFLICT,
                  "Payout differs",
                  REPORT,
                  "the payout in line %d is not what its lines come to".formatted(obstacle.line()),
                  "see what the line says; nothing of the report is booked before it agrees")
              .build();
      case CPO_NEEDED ->
          Problems.of(
                  UNPROCESSABLE,
                  "CPO needed",
                  "cpo",
                  "line %d belongs to no payment".formatted(obstacle.line()),
                  "send the id of the CPO whom such lines of this report concern")
              .build();
    };
  }

  static HttpProblem builtUpon(UUID later) {
    return Problems.of(
            CONFLICT,
            "Built upon",
            REPORT,
            "report %s was booked since, and tells of the same".formatted(later),
            "book that one back first")
        .build();
  }
}
