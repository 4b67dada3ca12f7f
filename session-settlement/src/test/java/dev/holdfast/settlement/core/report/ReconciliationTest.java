package dev.holdfast.settlement.core.report;

import static dev.holdfast.settlement.core.Given.CPO;
import static dev.holdfast.settlement.core.Given.NOON;
import static dev.holdfast.settlement.core.Given.REFERENCE;
import static dev.holdfast.settlement.core.Given.euro;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.settlement.core.journal.JournalEntry;
import dev.holdfast.settlement.core.journal.JournalEntry.Account;
import dev.holdfast.settlement.core.journal.JournalEntry.Cause;
import dev.holdfast.settlement.core.journal.JournalEntry.Line;
import dev.holdfast.settlement.core.journal.JournalEntry.Side;
import dev.holdfast.settlement.core.payment.GatewayTrace;
import dev.holdfast.settlement.core.report.Reconciliation.Covered;
import dev.holdfast.settlement.core.report.Reconciliation.Reconciled;
import dev.holdfast.settlement.core.report.ReportLine.Amounts;
import dev.holdfast.settlement.core.report.ReportLine.Kind;
import dev.holdfast.settlement.core.report.Verdict.Result;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReconciliationTest {
  private static final Movement CAPTURE = moved(2, Movement.Kind.CAPTURE, "23.40", "pay-1");
  private static final Movement REFUND = moved(3, Movement.Kind.REFUND, "3.40", "back-1");
  private static final List<Movement> KNOWN = List.of(CAPTURE, REFUND);

  private final Reconciliation reconciliation = new Reconciliation();

  @ParameterizedTest
  @CsvSource({
    "CAPTURE, pay-1, 23.40, MATCHED",
    "CAPTURE, pay-1, 23.41, AMOUNT_DIFFERS",
    "CAPTURE, pay-1, -23.40, AMOUNT_DIFFERS",
    "CAPTURE, pay-2, 23.40, MISSING_HERE",
    "CAPTURE, back-1, 3.40, MISSING_HERE",
    "REFUND, back-1, -3.40, MATCHED",
    "REFUND, back-1, 3.40, AMOUNT_DIFFERS",
    "REFUND, pay-1, -3.40, MISSING_HERE",
    "OTHER, pay-1, 23.40, MISSING_HERE",
  })
  void holdsALineAgainstWhatMovedUnderItsName(
      Kind kind, String name, String amount, Result result) {
    Reconciled judged = judge(line(kind, name, amount, "0.00", null));
    assertThat(judged.verdict().result()).isEqualTo(result);
    boolean isSaidToAPerson = result != Result.MATCHED;
    assertThat(judged.verdict().remedy() != null).isEqualTo(isSaidToAPerson);
  }

  @Test
  void findsAMovementByTheFirstNameThatIsKnown() {
    var said =
        new ReportLine(
            Kind.CAPTURE,
            List.of("unknown", "pay-1"),
            new Amounts(euro("23.40"), euro("0.00")),
            null,
            null);
    assertThat(judge(said).verdict().movement()).isEqualTo(CAPTURE);
  }

  @Test
  void tellsWhatIsNamedTwiceInOneReport() {
    ReportLine said = line(Kind.CAPTURE, "pay-1", "23.40", "0.30", "payout-1");
    assertThat(judge(said).verdict().result()).isEqualTo(Result.MATCHED);
    Reconciled second = judge(said);
    assertThat(second.verdict().result()).isEqualTo(Result.DUPLICATE);
  }

  @Test
  void booksOnlyThePayoutOfWhatWasNamedBefore() {
    ReportLine said = line(Kind.CAPTURE, "pay-1", "23.40", "0.30", "payout-1");
    ReportLine wrong = line(Kind.CAPTURE, "pay-1", "23.41", "0.30", "payout-1");
    judge(line(Kind.CAPTURE, "pay-1", "23.40", "0.30", null));
    assertThat(judge(said).entries())
        .extracting(entry -> entry.name().cause())
        .containsExactly(Cause.PAID_OUT);
    assertThat(judge(wrong).entries()).isEmpty();
  }

  @Test
  void takesTheMovementOfTheAmountWhereSeveralHaveTheName() {
    Movement other = moved(4, Movement.Kind.REFUND, "1.00", "back-1");
    Movement same = moved(5, Movement.Kind.REFUND, "3.40", "back-1");
    ReportLine said = line(Kind.REFUND, "back-1", "-3.40", "0.00", null);
    List<FileLine> twice = List.of(new FileLine.Parsed(2, said), new FileLine.Parsed(3, said));
    assertThat(reconciliation.judge(twice, List.of(other, REFUND, same), Set.of()))
        .extracting(judged -> judged.verdict().movement())
        .containsExactly(REFUND, same);
  }

  @Test
  void tellsWhatAnEarlierReportHasNamed() {
    ReportLine said = line(Kind.CAPTURE, "pay-1", "23.40", "0.30", null);
    List<Reconciled> judged =
        reconciliation.judge(List.of(new FileLine.Parsed(2, said)), KNOWN, Set.of(CAPTURE.id()));
    assertThat(judged.getFirst().verdict().result()).isEqualTo(Result.DUPLICATE);
  }

  @Test
  void tellsOfABrokenLineAndGoesOn() {
    ReportLine said = line(Kind.CAPTURE, "pay-1", "23.40", "0.30", null);
    List<Reconciled> judged =
        reconciliation.judge(
            List.of(new FileLine.Broken(2, "mend it"), new FileLine.Parsed(3, said)),
            KNOWN,
            Set.of());
    assertThat(judged).extracting(Reconciled::line).containsExactly(2, 3);
    assertThat(judged)
        .extracting(one -> one.verdict().result())
        .containsExactly(Result.BROKEN, Result.MATCHED);
    assertThat(judged.getFirst().verdict().remedy()).isEqualTo("mend it");
    assertThat(judged.getFirst().entries()).isEmpty();
  }

  @Test
  void booksTheFeeAndWhatIsPaidOutOfACapture() {
    List<JournalEntry> entries =
        judge(line(Kind.CAPTURE, "pay-1", "23.40", "0.30", "payout-1")).entries();
    assertThat(entries)
        .extracting(entry -> entry.name().cause())
        .containsExactly(Cause.GATEWAY_FEE, Cause.PAID_OUT);
    assertThat(entries).extracting(JournalEntry::cpoId).containsOnly(CPO);
    assertThat(entries).extracting(entry -> entry.name().version()).containsOnly("2");
    assertThat(entries.get(0).lines())
        .containsExactly(
            new Line(Account.GATEWAY_FEES, Side.DEBIT, euro("0.30"), null),
            new Line(Account.RECEIVABLE_FROM_GATEWAY, Side.CREDIT, euro("0.30"), null));
    assertThat(entries.get(1).lines())
        .containsExactly(
            new Line(Account.CASH_AT_BANK, Side.DEBIT, euro("23.10"), null),
            new Line(Account.RECEIVABLE_FROM_GATEWAY, Side.CREDIT, euro("23.10"), null));
  }

  @Test
  void booksARefundTheOtherWayRound() {
    List<JournalEntry> entries =
        judge(line(Kind.REFUND, "back-1", "-3.40", "0.10", "payout-1")).entries();
    assertThat(entries.get(0).lines().getFirst())
        .isEqualTo(new Line(Account.GATEWAY_FEES, Side.DEBIT, euro("0.10"), null));
    assertThat(entries.get(1).lines().getFirst())
        .isEqualTo(new Line(Account.CASH_AT_BANK, Side.CREDIT, euro("3.50"), null));
  }

  @Test
  void booksNothingForNothing() {
    assertThat(judge(line(Kind.CAPTURE, "pay-1", "23.40", "0.00", null)).entries()).isEmpty();
    assertThat(judge(line(Kind.REFUND, "back-1", "-3.00", "0.10", "p")).entries()).isEmpty();
  }

  @Test
  void booksNothingThatIsPaidOutInAnotherCurrencyAndSaysSo() {
    var said =
        new ReportLine(
            Kind.CAPTURE, List.of("pay-1"), new Amounts(euro("23.40"), null), "payout-1", null);
    Reconciled judged = judge(said);
    assertThat(judged.verdict().result()).isEqualTo(Result.MATCHED);
    assertThat(judged.verdict().remedy()).contains("by hand");
    assertThat(judged.entries()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"-19.60, MATCHED", "19.60, MATCHED", "-19.61, AMOUNT_DIFFERS"})
  void holdsAPayoutAgainstTheLinesThatAreInIt(String paid, Result result) {
    judge(line(Kind.PAYOUT, "po", paid, "0.00", "payout-1"));
    judge(line(Kind.CAPTURE, "pay-1", "23.40", "0.30", "payout-1"));
    judge(line(Kind.REFUND, "back-1", "-3.40", "0.10", "payout-1"));
    judge(line(Kind.CAPTURE, "pay-9", "7.00", "0.00", "payout-2"));
    assertThat(reconciliation.payouts())
        .extracting(one -> one.verdict().result())
        .containsExactly(result);
  }

  @Test
  void aPayoutOfWhichNoLineIsThereDiffers() {
    var dollars =
        new ReportLine(
            Kind.PAYOUT,
            List.of(),
            new Amounts(Money.of(CurrencyUnit.USD, 5), Money.zero(CurrencyUnit.USD)),
            "payout-1",
            null);
    reconciliation.judge(List.of(new FileLine.Parsed(7, dollars)), KNOWN, Set.of());
    assertThat(reconciliation.payouts())
        .singleElement()
        .satisfies(judged -> {
          assertThat(judged.line()).isEqualTo(7);
          assertThat(judged.verdict().remedy()).contains("USD 0.00");
        });
  }

  @Test
  void asksForWhatTheReportDoesNotName() {
    var missing = Reconciled.missingThere(REFUND);
    assertThat(missing.verdict().result()).isEqualTo(Result.MISSING_THERE);
    assertThat(missing.verdict().movement()).isEqualTo(REFUND);
    assertThat(missing.entries()).isEmpty();
    assertThat(REFUND.signed()).isEqualTo(euro("-3.40"));
  }

  @Test
  void coversTheTimeOfEachCurrencyByItself() {
    assertThat(
            Reconciliation.covered(
                List.of(
                    at("EUR 1.00", NOON),
                    at("USD 1.00", NOON.plusSeconds(9)),
                    at("EUR 2.00", NOON.minusSeconds(5)),
                    at("EUR 3.00", NOON.plusSeconds(2)),
                    at("JPY 4", null),
                    new FileLine.Broken(7, "broken"))))
        .containsExactly(
            new Covered("EUR", NOON.minusSeconds(5), NOON.plusSeconds(2)),
            new Covered("USD", NOON.plusSeconds(9), NOON.plusSeconds(9)));
  }

  private static FileLine at(String amount, @Nullable Instant at) {
    var amounts = new Amounts(Money.parse(amount), null);
    return new FileLine.Parsed(
        2, new ReportLine(Kind.CAPTURE, List.of("pay-1"), amounts, null, at));
  }

  private Reconciled judge(ReportLine said) {
    List<Reconciled> judged =
        reconciliation.judge(List.of(new FileLine.Parsed(2, said)), KNOWN, Set.of());
    return judged.isEmpty() ? Reconciled.missingThere(CAPTURE) : judged.getFirst();
  }

  private static ReportLine line(
      Kind kind, String name, String gross, String fee, @Nullable String payout) {
    return new ReportLine(kind, List.of(name), new Amounts(euro(gross), euro(fee)), payout, null);
  }

  private static Movement moved(int attempt, Movement.Kind kind, String amount, String name) {
    return new Movement(
        new Movement.Id(REFERENCE, attempt),
        kind,
        CPO,
        euro(amount),
        new GatewayTrace("PAYTER", name, NOON));
  }
}
