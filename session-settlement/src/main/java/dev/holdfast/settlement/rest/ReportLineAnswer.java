package dev.holdfast.settlement.rest;

import dev.holdfast.doors.Amount;
import dev.holdfast.settlement.core.report.JudgedLine;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What became of a line, or of a movement that the report does not name.
 *
 * @param line its number in the file; null where the file does not name it
 * @param result a newer version of the service may know more results
 * @param amount what moved: a refund is below zero
 * @param reference of the payment that it is about
 * @param remedy what a person can do about it
 */
@Schema(
    examples =
        """
        {"line": 2, "result": "AMOUNT_DIFFERS", "gatewayReference": "7f3a",
         "amount": {"minorUnits": 1001, "currency": "EUR"},
         "fee": {"minorUnits": 20, "currency": "EUR"}, "payout": "payout-1",
         "reference": "019ac2b4-6a3c-7d20-9c52-3f6a1be0c111",
         "remedy": "here it is EUR 10.00: ask the gateway"}
        """)
record ReportLineAnswer(
    @Nullable Integer line,
    String result,
    @Nullable String gatewayReference,
    @Nullable Amount amount,
    @Nullable Amount fee,
    @Nullable String payout,
    @Nullable UUID reference,
    @Nullable String remedy) {
  static ReportLineAnswer of(JudgedLine line) {
    return new ReportLineAnswer(
        line.line(),
        line.result(),
        line.gatewayReference(),
        amount(line.minorUnits(), line.currency()),
        amount(line.fee(), line.currency()),
        line.payout(),
        line.reference(),
        line.remedy());
  }

  private static @Nullable Amount amount(@Nullable Long minorUnits, @Nullable String currency) {
    return minorUnits == null || currency == null ? null : new Amount(minorUnits, currency);
  }
}
