package dev.holdfast.settlement.rest;

import dev.holdfast.doors.Amount;
import dev.holdfast.settlement.core.report.ReportSummary.Sum;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is booked for a report; what would be, where its state is not BOOKED.
 *
 * @param report where it stands
 * @param sums by cause and currency
 */
@Schema(
    examples =
        """
        {"report": {"reportId": "c1b1f7f0-3f0e-5a55-8a0d-0d9a6f3f5e21", "gateway": "PAYTER",
           "importedAt": "2026-06-02T07:00:00Z", "coversFrom": "2026-06-01T00:00:00Z",
           "coversTo": "2026-06-01T23:59:59Z", "state": "JUDGED", "version": 1, "by": null,
           "reason": null, "decidedAt": null, "progress": null, "lines": 12,
           "results": {"MATCHED": 12, "AMOUNT_DIFFERS": 0, "MISSING_HERE": 0, "OTHER": 0,
             "DUPLICATE": 0, "BROKEN": 0}},
         "sums": [{"cause": "GATEWAY_FEE", "entries": 12,
           "amount": {"minorUnits": -360, "currency": "EUR"}}]}
        """)
record BookingAnswer(ReportAnswer report, List<BookedSum> sums) {
  /**
   * All entries of one cause.
   *
   * @param cause as in the journal; a newer version of the service may know more causes
   * @param amount their sum; below zero it leaves us
   */
  @Schema(
      examples =
          """
          {"cause": "GATEWAY_FEE", "entries": 12,
           "amount": {"minorUnits": -360, "currency": "EUR"}}
          """)
  record BookedSum(String cause, long entries, Amount amount) {
    static BookedSum of(Sum sum) {
      return new BookedSum(
          sum.cause(), sum.entries(), new Amount(sum.minorUnits(), sum.currency()));
    }
  }

  static BookingAnswer of(ReportAnswer report, List<Sum> sums) {
    return new BookingAnswer(report, sums.stream().map(BookedSum::of).toList());
  }
}
