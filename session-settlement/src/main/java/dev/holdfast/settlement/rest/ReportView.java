package dev.holdfast.settlement.rest;

import dev.holdfast.settlement.core.report.Verdict.Result;
import dev.holdfast.settlement.postgres.ReportLineValues;
import dev.holdfast.settlement.postgres.ReportPages;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A gateway's report that was read.
 *
 * @param coversFrom the earliest time of its lines, as coversTo is the latest; the time of the
 *     import where none says when
 * @param lines how many the file has, without its header
 * @param results how many came to what; MISSING_THERE are no lines of the file; a newer version of
 *     the service may know more results
 */
public record ReportView(
    String reportId,
    String gateway,
    Instant importedAt,
    Instant coversFrom,
    Instant coversTo,
    long lines,
    Map<String, Long> results) {

  static ReportView of(ReportPages.Report report) {
    long all = report.results().values().stream().mapToLong(Long::longValue).sum();
    return new ReportView(
        report.heading().id().toString(),
        report.heading().gateway(),
        report.heading().importedAt(),
        report.heading().coversFrom(),
        report.heading().coversTo(),
        all - report.results().getOrDefault(Result.MISSING_THERE.name(), 0L),
        report.results());
  }

  /**
   * What became of a line, or of a movement that the report does not name.
   *
   * @param line its number in the file; null where the file does not name it
   * @param amount what moved: a refund is below zero
   * @param reference of the payment that it is about
   * @param remedy what a person can do about it
   */
  public record LineView(
      @Nullable Integer line,
      String result,
      @Nullable String gatewayReference,
      @Nullable MoneyView amount,
      @Nullable MoneyView fee,
      @Nullable String payout,
      @Nullable String reference,
      @Nullable String remedy) {

    static LineView of(ReportLineValues line) {
      return new LineView(
          line.line(),
          line.result(),
          line.gatewayReference(),
          money(line.minorUnits(), line.currency()),
          money(line.fee(), line.currency()),
          line.payout(),
          line.reference() == null ? null : line.reference().toString(),
          line.remedy());
    }

    private static @Nullable MoneyView money(@Nullable Long minorUnits, @Nullable String currency) {
      return minorUnits == null || currency == null ? null : new MoneyView(minorUnits, currency);
    }
  }
}
