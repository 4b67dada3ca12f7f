package dev.holdfast.settlement.core.report;

import static dev.holdfast.settlement.core.Given.REFERENCE;
import static dev.holdfast.settlement.core.Given.euro;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.settlement.core.journal.JournalEntry.Cause;
import dev.holdfast.settlement.core.report.Reconciliation.Earlier;
import dev.holdfast.settlement.core.report.Reconciliation.Known;
import dev.holdfast.settlement.core.report.ReportLine.Amounts;
import dev.holdfast.settlement.core.report.ReportLine.Kind;
import dev.holdfast.settlement.core.report.ReportLine.Names;
import dev.holdfast.settlement.core.report.ReportLine.Payout;
import dev.holdfast.settlement.core.report.ReportLine.Time;
import dev.holdfast.settlement.core.report.Verdict.Result;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ReconciliationTest {
  private static final ReportLine TOLD = line(Kind.CAPTURE, "23.40", "0.30", "payout-1");

  @ParameterizedTest
  @CsvSource({
    "CAPTURE, 23.40, 23.40, MATCHED",
    "CAPTURE, 23.40, 23.41, AMOUNT_DIFFERS",
    "CAPTURE, 23.40, , MISSING_HERE",
    "REFUND, -3.40, -3.40, MATCHED",
    "REFUND, -3.40, 3.40, AMOUNT_DIFFERS",
    "REFUND, -3.40, , MISSING_HERE",
    "CHARGEBACK, -23.40, 23.40, OTHER",
    "CHARGE, -2.00, , OTHER",
    "OTHER, -2.00, , OTHER",
  })
  void holdsALineAgainstWhatMovedHere(
      Kind kind, String amount, @Nullable String moved, Result result) {
    ReportLine line = line(kind, amount, "0.00", null);
    Verdict verdict = Reconciliation.judge(line, known(moved, amount, null));
    assertThat(verdict.result()).isEqualTo(result);
    boolean isForAPerson =
        result == Result.AMOUNT_DIFFERS || result == Result.MISSING_HERE || kind == Kind.OTHER;
    assertThat(verdict.remedy() != null).isEqualTo(isForAPerson);
  }

  @Test
  void comparesWhatAllLinesOfAMovementComeTo() {
    ReportLine whole = line(Kind.CAPTURE, "50.00", "0.30", null);
    assertThat(Reconciliation.judge(whole, known("23.40", "23.40", null)).result())
        .isEqualTo(Result.MATCHED);
    assertThat(Reconciliation.judge(whole, known("23.40", "50.00", null)).remedy())
        .contains("its lines come to EUR 50.00, and here it is EUR 23.40");
  }

  @ParameterizedTest
  @CsvSource({
    // told: fee, payout; before: fee, payout; booked
    "0.30, p, -, -, GATEWAY_FEE PAID_OUT",
    "0.30,  , -, -, GATEWAY_FEE",
    "    , p, -, -, ''",
    "0.00, p, -, -, PAID_OUT",
    "0.30, p,  ,  , GATEWAY_FEE PAID_OUT",
    "0.30,  ,  , p, GATEWAY_FEE PAID_OUT",
    "    , p, 0.30, , PAID_OUT",
    "0.30, p, 0.30, , PAID_OUT",
    "0.30, p, 0.30, p, ''",
    "    ,  , 0.30, p, ''",
  })
  void booksWhatNoLineHasToldBefore(
      @Nullable String fee,
      @Nullable String payout,
      @Nullable String feeBefore,
      @Nullable String payoutBefore,
      String books) {
    Earlier earlier =
        "-".equals(feeBefore)
            ? null
            : new Earlier(feeBefore == null ? null : euro(feeBefore), payoutBefore);
    ReportLine line = line(Kind.CAPTURE, "23.40", fee, payout);
    Verdict verdict = Reconciliation.judge(line, known("23.40", "23.40", earlier));
    assertThat(String.join(" ", verdict.books().stream().map(Cause::name).toList()))
        .isEqualTo(books);
    boolean isOld = earlier != null && verdict.books().isEmpty();
    assertThat(verdict.result()).isEqualTo(isOld ? Result.DUPLICATE : Result.MATCHED);
  }

  @Test
  void tellsWhatContradictsAnEarlierLine() {
    var earlier = new Earlier(euro("0.31"), "payout-1");
    Verdict verdict = Reconciliation.judge(TOLD, known("23.40", "23.40", earlier));
    assertThat(verdict.result()).isEqualTo(Result.AMOUNT_DIFFERS);
    assertThat(verdict.remedy()).contains("a fee of EUR 0.31");
    assertThat(verdict.books()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "17.60, 17.60, false, MATCHED, true",
    "-17.60, -17.60, false, MATCHED, true",
    "17.60, -17.60, false, AMOUNT_DIFFERS, false",
    "17.60, 0.00, false, AMOUNT_DIFFERS, false",
    "17.60, 17.60, true, DUPLICATE, false",
    "0.00, 0.00, false, MATCHED, false",
  })
  void bringsAPayoutToTheBankOnceItIsWhatItsLinesComeTo(
      String paid, String inTransit, boolean isBanked, Result result, boolean isBooked) {
    ReportLine line = line(Kind.PAYOUT, paid, "0.00", "payout-1");
    Verdict verdict = Reconciliation.judgePayout(line, euro(inTransit), isBanked);
    assertThat(verdict.result()).isEqualTo(result);
    assertThat(verdict.books()).isEqualTo(isBooked ? List.of(Cause.BANKED) : List.of());
  }

  @ParameterizedTest
  @EnumSource(value = Kind.class, mode = EnumSource.Mode.EXCLUDE, names = "PAYOUT")
  void clearsWhatTheGatewayOwesByWhatItPutsInAPayout(Kind kind) {
    ReportLine line = line(kind, "-23.40", "0.30", "payout-1");
    assertThat(booked(line, null))
        .contains(
            "PAID_OUT CREDIT PAYOUT_IN_TRANSIT EUR 23.70",
            "GATEWAY_FEE DEBIT GATEWAY_FEES EUR 0.30");
    String across = kind.isOrdered() ? "SUSPENSE" : kind.account().name();
    assertThat(booked(line, null))
        .contains("REPORTED DEBIT %s EUR 23.40".formatted(across))
        .contains("REPORTED CREDIT RECEIVABLE_FROM_GATEWAY EUR 23.40");
  }

  @Test
  void booksNothingButFeeAndPayoutOfWhatMovedHere() {
    assertThat(booked(TOLD, euro("23.40")))
        .containsExactly(
            "GATEWAY_FEE DEBIT GATEWAY_FEES EUR 0.30",
            "GATEWAY_FEE CREDIT RECEIVABLE_FROM_GATEWAY EUR 0.30",
            "PAID_OUT DEBIT PAYOUT_IN_TRANSIT EUR 23.10",
            "PAID_OUT CREDIT RECEIVABLE_FROM_GATEWAY EUR 23.10");
  }

  @Test
  void owesInTheOtherCurrencyWhatIsExchanged() {
    Money dollars = Money.parse("USD 25.00");
    var amounts = new Amounts(euro("23.40"), dollars, Money.parse("USD 0.40"));
    var line = line(Kind.CAPTURE, amounts, "payout-1");
    assertThat(booked(line, euro("23.40")))
        .containsExactly(
            "EXCHANGED DEBIT FX_DIFFERENCES EUR 23.40",
            "EXCHANGED CREDIT RECEIVABLE_FROM_GATEWAY EUR 23.40",
            "EXCHANGED DEBIT RECEIVABLE_FROM_GATEWAY USD 25.00",
            "EXCHANGED CREDIT FX_DIFFERENCES USD 25.00",
            "GATEWAY_FEE DEBIT GATEWAY_FEES USD 0.40",
            "GATEWAY_FEE CREDIT RECEIVABLE_FROM_GATEWAY USD 0.40",
            "PAID_OUT DEBIT PAYOUT_IN_TRANSIT USD 24.60",
            "PAID_OUT CREDIT RECEIVABLE_FROM_GATEWAY USD 24.60");
  }

  /** A day's export and a payout's tell of the same capture; two fees of a month are two. */
  @Test
  void knowsALineAgainWhateverElseItTells() {
    ReportLine less = line(Kind.CAPTURE, "23.40", null, null);
    assertThat(TOLD.key("PAYTER")).isEqualTo(less.key("PAYTER")).isEqualTo(less.key("ADYEN"));
    assertThat(line(Kind.CAPTURE, "23.41", null, null).key("PAYTER"))
        .isNotEqualTo(less.key("PAYTER"));
    ReportLine fee = line(Kind.CHARGE, "-2.00", null, "payout-1");
    assertThat(line(Kind.CHARGE, "-2.00", null, "payout-2").key("PAYTER"))
        .isNotEqualTo(fee.key("PAYTER"));
  }

  @Test
  void tellsWhoseThePaymentIsWhereTheAccountIsNot() {
    var line =
        new ReportLine(
            Kind.CAPTURE,
            new Names(List.of("pay-1"), null),
            Amounts.of(euro("23.40"), null),
            new Payout("HoldfastNL", null),
            new Time(null, null));
    Verdict verdict = Reconciliation.judge(line, new Known(null, null, null, "DE-OTHER"));
    assertThat(verdict.result()).isEqualTo(Result.MISSING_HERE);
    assertThat(verdict.remedy()).contains("CPO DE-OTHER", "account HoldfastNL");
    assertThat(verdict.books()).containsExactly(Cause.REPORTED);
  }

  private static List<String> booked(ReportLine line, @Nullable Money moved) {
    Verdict verdict =
        Reconciliation.judge(line, new Known(moved, line.amounts().gross(), null, null));
    var entries = new LineEntries(REFERENCE, "cpo-7", "report/2/1");
    return entries.of(line, verdict, moved != null).stream()
        .flatMap(entry ->
            entry.lines().stream()
                .map(one ->
                    "%s %s %s %s"
                        .formatted(entry.name().cause(), one.side(), one.account(), one.amount())))
        .toList();
  }

  private static Known known(@Nullable String moved, String told, @Nullable Earlier earlier) {
    return new Known(moved == null ? null : euro(moved), euro(told), earlier, null);
  }

  private static ReportLine line(
      Kind kind, String gross, @Nullable String fee, @Nullable String payout) {
    return line(kind, Amounts.of(euro(gross), fee == null ? null : euro(fee)), payout);
  }

  private static ReportLine line(Kind kind, Amounts amounts, @Nullable String payout) {
    return new ReportLine(
        kind,
        new Names(List.of("pay-1"), null),
        amounts,
        new Payout(null, payout),
        new Time(null, null));
  }
}
