package dev.holdfast.settlement.rest;

import dev.holdfast.settlement.core.report.ReportSummary;
import dev.holdfast.settlement.core.report.Verdict.Result;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A gateway's report that was read.
 *
 * @param coversFrom the earliest time of its lines, as coversTo is the latest; the time of the
 *     import where none says when
 * @param lines how many the file has, without its header
 * @param results how many came to what; MISSING_THERE are no lines of the file; a newer version of
 *     the service may know more results
 */
@Schema(
    examples =
        """
        {"reportId": "c1b1f7f0-3f0e-5a55-8a0d-0d9a6f3f5e21", "gateway": "PAYTER",
         "importedAt": "2026-06-02T07:00:00Z", "coversFrom": "2026-06-01T00:00:00Z",
         "coversTo": "2026-06-01T23:59:59Z", "lines": 3,
         "results": {"MATCHED": 2, "AMOUNT_DIFFERS": 0, "MISSING_HERE": 0, "MISSING_THERE": 1,
           "DUPLICATE": 0, "BROKEN": 1}}
        """)
record ReportAnswer(
    UUID reportId,
    String gateway,
    Instant importedAt,
    Instant coversFrom,
    Instant coversTo,
    long lines,
    Map<String, Long> results) {
  static ReportAnswer of(ReportSummary report) {
    long all = report.results().values().stream().mapToLong(Long::longValue).sum();
    return new ReportAnswer(
        report.heading().id(),
        report.heading().gateway(),
        report.heading().importedAt(),
        report.heading().coversFrom(),
        report.heading().coversTo(),
        all - report.results().getOrDefault(Result.MISSING_THERE.name(), 0L),
        report.results());
  }
}
