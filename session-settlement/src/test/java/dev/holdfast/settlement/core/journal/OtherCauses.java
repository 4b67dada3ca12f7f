package dev.holdfast.settlement.core.journal;

import static dev.holdfast.settlement.core.Given.euro;

import dev.holdfast.settlement.core.Given;
import dev.holdfast.settlement.core.journal.JournalEntry.Account;
import dev.holdfast.settlement.core.journal.JournalEntry.Cause;
import dev.holdfast.settlement.core.journal.JournalEntry.Line;
import dev.holdfast.settlement.core.journal.JournalEntry.Side;
import dev.holdfast.settlement.core.payment.Resolution.Word;
import dev.holdfast.settlement.core.report.LineEntries;
import dev.holdfast.settlement.core.report.ReportLine;
import dev.holdfast.settlement.core.report.ReportLine.Amounts;
import dev.holdfast.settlement.core.report.ReportLine.Kind;
import dev.holdfast.settlement.core.report.Verdict;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What the reports of gateways have booked, and what people have: a row for each kind of it. */
final class OtherCauses {
  private static final String PLACE = "report, line, and how often the report was booked";
  private static final String REVERSED = "cause and version of the entry that is taken back";

  private OtherCauses() {}

  static List<CauseRow> rows() {
    CauseRow fee = reported(Cause.GATEWAY_FEE, "a fee of 0.30 is told", Kind.CAPTURE, paid());
    CauseRow manual = new CauseRow(manual(), "a person wants it", "the number of the document");
    return List.of(
        reported(Cause.REPORTED, "a card holder took 23.40 back", Kind.CHARGEBACK, of("-23.40")),
        reported(Cause.REPORTED, "the gateway charges 2.00 a month", Kind.CHARGE, of("-2.00")),
        reported(Cause.REPORTED, "it holds 5.00 back", Kind.RESERVE, of("-5.00")),
        reported(Cause.REPORTED, "it pays 1.00 that nobody can explain", Kind.OTHER, of("1.00")),
        reported(
            Cause.REPORTED, "it took 7.00 for a payment not known here", Kind.CAPTURE, of("7.00")),
        reported(
            Cause.EXCHANGED,
            "23.40 are paid out as 25.00 USD",
            Kind.CAPTURE,
            new Amounts(euro("23.40"), Money.parse("USD 25.00"), null)),
        fee,
        reported(Cause.PAID_OUT, "fee and payout of 23.40 are both told", Kind.CAPTURE, paid()),
        reported(
            Cause.BANKED,
            "the payout's own line agrees with all its lines",
            Kind.PAYOUT,
            of("23.10")),
        new CauseRow(fee.entry().reversed(), "the report is booked back", REVERSED),
        manual,
        new CauseRow(manual.entry().reversed(), "a person takes it back", REVERSED));
  }

  private static Amounts of(String amount) {
    return Amounts.of(euro(amount), null);
  }

  private static Amounts paid() {
    return Amounts.of(euro("23.40"), euro("0.30"));
  }

  private static CauseRow reported(Cause cause, String when, Kind kind, Amounts amounts) {
    Money fee = amounts.fee();
    Verdict.@Nullable Transit transit =
        fee == null ? null : new Verdict.Transit("payout-1", amounts.settled().minus(fee));
    var verdict = new Verdict(Verdict.Result.OTHER, null, List.of(cause), transit);
    JournalEntry entry =
        new LineEntries(Given.REFERENCE, Given.CPO, "r/2/1")
            .of(line(kind, amounts), verdict, kind != Kind.CAPTURE || cause != Cause.REPORTED)
            .getFirst();
    return new CauseRow(entry, when, PLACE);
  }

  private static ReportLine line(Kind kind, Amounts amounts) {
    return new ReportLine(
        kind,
        new ReportLine.Names(List.of("name"), null),
        amounts,
        new ReportLine.Payout(null, "payout-1"),
        new ReportLine.Time(null, null));
  }

  private static JournalEntry manual() {
    var word = new Word("Ines", "came without a payout", Given.NOON);
    List<Line> lines =
        List.of(
            new Line(Account.CASH_AT_BANK, Side.DEBIT, euro("12.50"), null),
            new Line(Account.SUSPENSE, Side.CREDIT, euro("12.50"), null));
    var voucher = new ManualEntry.Voucher("letter 7", word);
    return ManualEntry.of(UUID.randomUUID(), Given.CPO, lines, voucher, null).entry();
  }
}
