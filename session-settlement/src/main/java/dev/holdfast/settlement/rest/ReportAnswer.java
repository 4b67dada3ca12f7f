package dev.holdfast.settlement.rest;

import dev.holdfast.settlement.core.payment.Resolution.Word;
import dev.holdfast.settlement.core.report.Progress;
import dev.holdfast.settlement.core.report.ReportSummary;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A gateway's report that was read.
 *
 * @param coversFrom the earliest time of its lines, as coversTo is the latest; the time of the
 *     import where none says when
 * @param lines how many the file has, without its header
 * @param state READING, JUDGED, BOOKED or BOOKED_BACK; a newer version of the service may know more
 *     states
 * @param version of what a person decides on
 * @param by who booked it, or booked it back, last; null where nobody did
 * @param reason why
 * @param decidedAt when
 * @param progress how far it is; null where nothing is done with it just now
 * @param results how many came to what; a newer version of the service may know more results
 */
@Schema(
    examples =
        """
        {"reportId": "c1b1f7f0-3f0e-5a55-8a0d-0d9a6f3f5e21", "gateway": "PAYTER",
         "importedAt": "2026-06-02T07:00:00Z", "coversFrom": "2026-06-01T00:00:00Z",
         "coversTo": "2026-06-01T23:59:59Z", "state": "BOOKED", "version": 2, "by": "Ines",
         "reason": "it agrees with the bank", "decidedAt": "2026-06-02T08:00:00Z",
         "progress": null, "lines": 3,
         "results": {"MATCHED": 2, "AMOUNT_DIFFERS": 0, "MISSING_HERE": 0, "OTHER": 0,
           "DUPLICATE": 0, "BROKEN": 1}}
        """)
record ReportAnswer(
    UUID reportId,
    String gateway,
    Instant importedAt,
    Instant coversFrom,
    Instant coversTo,
    String state,
    long version,
    @Nullable String by,
    @Nullable String reason,
    @Nullable Instant decidedAt,
    @Nullable ReportProgress progress,
    long lines,
    Map<String, Long> results) {
  /**
   * How far a report is that is being read or booked.
   *
   * @param step READING, MATCHING, JUDGING, BOOKING or BOOKING_BACK, one after the other; a newer
   *     version of the service may know more
   * @param done the last line of the file with which the step is done
   * @param total the last line of the file
   * @param toldAt one that is minutes old was cut off: send the file or the decision again
   */
  @Schema(
      examples =
          """
          {"step": "READING", "done": 45000, "total": 200002, "toldAt": "2026-06-02T07:00:12Z"}
          """)
  record ReportProgress(String step, int done, int total, Instant toldAt) {
    private static @Nullable ReportProgress of(@Nullable Progress progress) {
      return progress == null
          ? null
          : new ReportProgress(
              progress.step(), progress.done(), progress.total(), progress.toldAt());
    }
  }

  static ReportAnswer of(ReportSummary report) {
    Word last = report.standing().last();
    return new ReportAnswer(
        report.heading().id(),
        report.heading().gateway(),
        report.heading().importedAt(),
        report.heading().coversFrom(),
        report.heading().coversTo(),
        report.standing().state(),
        report.standing().version(),
        last == null ? null : last.by(),
        last == null ? null : last.reason(),
        last == null ? null : last.at(),
        ReportProgress.of(report.standing().progress()),
        report.results().values().stream().mapToLong(Long::longValue).sum(),
        report.results());
  }
}
