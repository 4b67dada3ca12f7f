package dev.holdfast.settlement.rest;

import dev.holdfast.doors.Amount;
import dev.holdfast.settlement.core.journal.JournalEntry;
import dev.holdfast.settlement.core.report.JudgedLine;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a line of a report comes to.
 *
 * @param line its number in the file
 * @param result a newer version of the service may know more results
 * @param kind CAPTURE, REFUND, PAYOUT, CHARGEBACK, CHARGE, RESERVE or OTHER; a newer version of the
 *     service may know more
 * @param amount what moved: money that leaves is below zero
 * @param fee in the currency that is paid out
 * @param account of the gateway, where one login has several
 * @param reference of the payment that it is about
 * @param remedy what a person can do about it
 * @param books its entries; none where an earlier line has told all of it
 */
@Schema(
    examples =
        """
        {"line": 2, "result": "AMOUNT_DIFFERS", "kind": "CAPTURE", "gatewayReference": "7f3a",
         "amount": {"minorUnits": 1001, "currency": "EUR"},
         "fee": {"minorUnits": 20, "currency": "EUR"}, "account": null, "payout": "payout-1",
         "reference": "019ac2b4-6a3c-7d20-9c52-3f6a1be0c111",
         "remedy": "its lines come to EUR 10.01, and here it is EUR 10.00",
         "books": [{"cause": "GATEWAY_FEE", "lines": [
           {"account": "GATEWAY_FEES", "side": "DEBIT",
            "amount": {"minorUnits": 20, "currency": "EUR"}, "detail": null},
           {"account": "RECEIVABLE_FROM_GATEWAY", "side": "CREDIT",
            "amount": {"minorUnits": 20, "currency": "EUR"}, "detail": null}]}]}
        """)
record ReportLineAnswer(
    int line,
    String result,
    @Nullable String kind,
    @Nullable String gatewayReference,
    @Nullable Amount amount,
    @Nullable Amount fee,
    @Nullable String account,
    @Nullable String payout,
    @Nullable UUID reference,
    @Nullable String remedy,
    List<LineEntry> books) {
  /** What is booked for the line, or would be. */
  record LineEntry(JournalEntry.Cause cause, List<JournalEntryAnswer.EntryLine> lines) {
    static LineEntry of(JournalEntry entry) {
      return new LineEntry(
          entry.name().cause(), entry.lines().stream().map(LineEntry::line).toList());
    }

    private static JournalEntryAnswer.EntryLine line(JournalEntry.Line line) {
      return new JournalEntryAnswer.EntryLine(
          line.account().name(), line.side().name(), Amount.of(line.amount()), line.detail());
    }
  }

  static ReportLineAnswer of(JudgedLine line) {
    JudgedLine.Said said = line.said();
    return new ReportLineAnswer(
        line.line(),
        line.result(),
        said == null ? null : said.kind(),
        said == null ? null : said.gatewayReference(),
        said == null ? null : Amount.of(said.gross()),
        said == null ? null : Amount.ofNullable(said.fee()),
        said == null ? null : said.payout().account(),
        said == null ? null : said.payout().name(),
        line.booked().reference(),
        line.remedy(),
        line.booked().entries().stream().map(LineEntry::of).toList());
  }
}
