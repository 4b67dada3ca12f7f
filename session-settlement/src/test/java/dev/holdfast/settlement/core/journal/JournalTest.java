package dev.holdfast.settlement.core.journal;

import static dev.holdfast.settlement.core.Given.captured;
import static dev.holdfast.settlement.core.Given.close;
import static dev.holdfast.settlement.core.Given.ended;
import static dev.holdfast.settlement.core.Given.euro;
import static dev.holdfast.settlement.core.Given.hears;
import static dev.holdfast.settlement.core.Given.held;
import static dev.holdfast.settlement.core.Given.refunded;
import static dev.holdfast.settlement.core.Given.taxed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.settlement.core.Change;
import dev.holdfast.settlement.core.Command;
import dev.holdfast.settlement.core.Given;
import dev.holdfast.settlement.core.Run;
import dev.holdfast.settlement.core.journal.JournalEntry.Account;
import dev.holdfast.settlement.core.journal.JournalEntry.Cause;
import dev.holdfast.settlement.core.journal.JournalEntry.Line;
import dev.holdfast.settlement.core.journal.JournalEntry.Side;
import dev.holdfast.settlement.core.payment.Close;
import dev.holdfast.settlement.core.payment.Hold;
import dev.holdfast.settlement.core.payment.Method;
import dev.holdfast.settlement.core.payment.Resolution;
import dev.holdfast.settlement.core.payment.Tax;
import java.util.List;
import org.junit.jupiter.api.Test;

class JournalTest {
  @Test
  void keepsOnSuspenseWhatNobodyExplainsUntilASessionCloses() {
    var run = Run.of(hears(captured("50.00", Method.CAPTURE, "23.40")));
    run.hear(new Command.Overdue(Given.REFERENCE));
    assertThat(run.causes()).containsExactly("CAPTURED 2", "SUSPENDED 2");
    assertThat(run.balance(Account.SUSPENSE)).isEqualTo(euro("-23.40"));
    assertThat(run.balance(Account.RECEIVABLE_FROM_CARD_HOLDER)).isEqualTo(euro("0.00"));
    run.hear(hears(close(1, "23.40")));
    assertThat(run.balance(Account.SUSPENSE)).isEqualTo(euro("0.00"));
    assertThat(run.balance(Account.RECEIVABLE_FROM_CARD_HOLDER)).isEqualTo(euro("0.00"));
    assertThat(run.causes()).contains("CORRECTED SUSPENDED/2");
  }

  @Test
  void takesOffSuspenseWhatAPersonPaysBack() {
    Hold taken = captured("50.00", Method.CAPTURE, "23.40");
    var run = Run.of(hears(taken), new Command.Overdue(Given.REFERENCE));
    var word = new Resolution.Word("Ann", "nobody charged", Given.NOON);
    run.hear(new Command.Resolved(Given.REFERENCE, Resolution.Choice.REFUND, null, word));
    run.hear(hears(refunded(taken, "23.40")));
    assertThat(run.said()).isEqualTo("SETTLED NOTHING_DUE, shortfall 0.00");
    assertThat(run.balance(Account.SUSPENSE)).isEqualTo(euro("0.00"));
    assertThat(run.balance(Account.RECEIVABLE_FROM_CARD_HOLDER)).isEqualTo(euro("0.00"));
  }

  private static final Hold CAPTURED = captured("50.00", Method.CAPTURE, "23.40");

  @Test
  void booksAPaymentFromTheHoldToTheGateway() {
    var run = Run.of(hears(held("50.00")), hears(close(1, "23.40")), hears(CAPTURED));
    assertThat(run.causes()).containsExactly("SESSION_BILLED 1", "CAPTURED 2");
    assertThat(run.changes()).containsExactly(Change.HOLD_KNOWN, Change.DECIDED, Change.SETTLED);
  }

  @Test
  void billsNetAndEachTax() {
    JournalEntry bill = Run.of(hears(held("50.00")), hears(close(1, "23.40"))).journal().getLast();
    assertThat(bill.lines())
        .containsExactly(
            new Line(Account.RECEIVABLE_FROM_CARD_HOLDER, Side.DEBIT, euro("23.40"), null),
            new Line(Account.CHARGING_REVENUE, Side.CREDIT, euro("22.40"), null),
            new Line(Account.TAX_PAYABLE, Side.CREDIT, euro("1.00"), "VAT 21.00 %"));
    assertThat(bill.sessionId()).isEqualTo(Given.SESSION);
    assertThat(bill.cpoId()).isEqualTo(Given.CPO);
  }

  /** What is not taxed leaves its trace in the revenue, as zero is not booked. */
  @Test
  void billsALineForEachBase() {
    Close taxed =
        taxed(
            close(1, "43.40"),
            new Tax("VAT", "21.00", euro("4.06"), "S", euro("19.34")),
            new Tax("VAT", "0.00", euro("0.00"), "AE", euro("20.00")));
    JournalEntry bill = Run.of(hears(held("50.00")), hears(taxed)).journal().getLast();
    assertThat(bill.lines())
        .containsExactly(
            new Line(Account.RECEIVABLE_FROM_CARD_HOLDER, Side.DEBIT, euro("43.40"), null),
            new Line(Account.CHARGING_REVENUE, Side.CREDIT, euro("19.34"), "VAT 21.00 % S"),
            new Line(Account.CHARGING_REVENUE, Side.CREDIT, euro("20.00"), "VAT 0.00 % AE"),
            new Line(Account.TAX_PAYABLE, Side.CREDIT, euro("4.06"), "VAT 21.00 % S"));
  }

  @Test
  void booksNothingForWhatAHoldBinds() {
    var run = Run.of(hears(held("50.00")), hears(ended(Hold.Standing.EXPIRED)));
    assertThat(run.journal()).isEmpty();
  }

  @Test
  void booksACaptureAboveTheHold() {
    var run = Run.of(hears(captured("50.00", Method.WHOLE, "60.00")), hears(close(1, "60.00")));
    assertThat(run.balance(Account.RECEIVABLE_FROM_GATEWAY)).isEqualTo(euro("60.00"));
  }

  @Test
  void booksNothingForACardThatWasDeclined() {
    assertThat(Run.of(hears(ended(Hold.Standing.DECLINED))).journal()).isEmpty();
  }

  @Test
  void movesWhatWasNotReceivedToTheOverage() {
    var run = Run.of(hears(captured("50.00", Method.HOLD, "50.00")), hears(close(1, "60.00")));
    assertThat(run.causes()).contains("SHORTFALL 1/2");
    assertThat(run.balance(Account.OVERAGE_RECEIVABLE)).isEqualTo(euro("10.00"));
    assertThat(run.balance(Account.RECEIVABLE_FROM_CARD_HOLDER).isZero()).isTrue();
  }

  @Test
  void takesASupersededRevisionBackAndPaysTheDifferenceBack() {
    var run = Run.of(hears(CAPTURED), hears(close(1, "23.40")), hears(close(2, "20.00")));
    assertThat(run.causes()).contains("CORRECTED SESSION_BILLED/1", "SESSION_BILLED 2");
    assertThat(run.balance(Account.CHARGING_REVENUE)).isEqualTo(euro("-19.00"));
    run.hear(hears(refunded(CAPTURED, "3.40")));
    assertThat(run.causes()).endsWith("REFUNDED 3");
    assertThat(run.balance(Account.RECEIVABLE_FROM_GATEWAY)).isEqualTo(euro("20.00"));
    assertThat(run.balance(Account.RECEIVABLE_FROM_CARD_HOLDER).isZero()).isTrue();
    assertThat(run.changes()).endsWith(Change.CORRECTED, Change.SETTLED);
  }

  @Test
  void countsWhatWasPaidBackForARevisionThatIsOvertakenAsShortfall() {
    var run =
        Run.of(
            hears(refunded(CAPTURED, "3.40")),
            hears(close(1, "23.40")),
            hears(close(2, "20.00")),
            hears(close(3, "30.00")));
    assertThat(run.said()).isEqualTo("SETTLED HOLD_ONLY, shortfall 10.00");
    assertThat(run.causes()).contains("SHORTFALL 3/2", "SHORTFALL 3/2/refund 3");
  }

  @Test
  void reversesAShortfallThatALaterCaptureMakesGood() {
    var run =
        Run.of(
            hears(ended(Hold.Standing.CAPTURE_FAILED)), hears(close(1, "23.40")), hears(CAPTURED));
    assertThat(run.causes()).contains("SHORTFALL 1/0", "CORRECTED SHORTFALL/1/0", "CAPTURED 2");
    assertThat(run.balance(Account.OVERAGE_RECEIVABLE).isZero()).isTrue();
    assertThat(run.said()).isEqualTo("SETTLED FULL, shortfall 0.00");
  }

  @Test
  void booksOfAStateWhatIsNotBookedYet() {
    var run = Run.of(hears(held("50.00")), hears(close(1, "23.40")), hears(CAPTURED));
    List<JournalEntry> booked = run.journal();
    assertThat(journal(booked).follow(run.settlement())).isEmpty();
    assertThat(journal(booked.subList(0, 1)).follow(run.settlement()))
        .containsExactlyInAnyOrderElementsOf(booked.subList(1, booked.size()));
  }

  /** What today's rules would have booked for an older state is not what was booked. */
  @Test
  void takesBackWhatWasBookedThoughTheRulesHaveChanged() {
    var run = Run.of(hears(held("50.00")), hears(close(1, "23.40")));
    JournalEntry bill = run.journal().getLast();
    var byOtherRules =
        new JournalEntry(
            bill.name(),
            bill.sessionId(),
            bill.cpoId(),
            List.of(
                new Line(Account.RECEIVABLE_FROM_CARD_HOLDER, Side.DEBIT, euro("23.40"), null),
                new Line(Account.CHARGING_REVENUE, Side.CREDIT, euro("23.40"), null)));
    run.hear(hears(close(2, "20.00")));
    assertThat(journal(List.of(byOtherRules)).follow(run.settlement()))
        .contains(byOtherRules.reversed())
        .doesNotContain(bill, bill.reversed());
  }

  @Test
  void refusesAnEntryThatIsBookedWithOtherLines() {
    var run = Run.of(hears(held("50.00")), hears(close(1, "23.40")));
    var journal = journal(run.journal());
    var other = Run.of(hears(held("50.00")), hears(close(1, "23.50")));
    assertThatThrownBy(() -> journal.follow(other.settlement()))
        .isInstanceOf(EntryDiffers.class)
        .hasMessageContaining("SESSION_BILLED 1 of payment " + Given.REFERENCE.text())
        .hasMessageContaining("23.40")
        .hasMessageContaining("23.50");
  }

  @Test
  void booksAgainUnderTheNextNameWhatWasTakenBack() {
    var run = Run.of(hears(close(1, "23.40")), hears(CAPTURED));
    run.hear(hears(Given.hold(6, Hold.Standing.CAPTURE_FAILED, "50.00", false, null, "0.00")));
    run.hear(hears(Given.again(CAPTURED, 7)));
    run.hear(hears(Given.hold(8, Hold.Standing.CAPTURE_FAILED, "50.00", false, null, "0.00")));
    run.hear(hears(Given.again(CAPTURED, 9)));
    assertThat(run.causes())
        .contains(
            "CAPTURED 2",
            "CORRECTED CAPTURED/2",
            "CAPTURED 2#2",
            "CORRECTED CAPTURED/2#2",
            "CAPTURED 2#3");
    assertThat(run.balance(Account.RECEIVABLE_FROM_GATEWAY)).isEqualTo(euro("23.40"));
    assertThat(run.balance(Account.RECEIVABLE_FROM_CARD_HOLDER).isZero()).isTrue();
    assertThat(run.balance(Account.OVERAGE_RECEIVABLE).isZero()).isTrue();
    assertThat(run.ids()).doesNotHaveDuplicates();
  }

  /** A restored database has the entries before it has the version that they belong to. */
  @Test
  void keepsWhatBelongsToAVersionThatWillComeAgain() {
    var before = Run.of(hears(held("50.00")), hears(close(1, "23.40")));
    var after = Run.of(hears(held("50.00")), hears(close(1, "23.40")), hears(CAPTURED));
    var journal = journal(before.journal());
    after.journal().stream()
        .filter(entry -> !before.journal().contains(entry))
        .forEach(journal::addAhead);
    assertThat(journal.follow(before.settlement())).isEmpty();
    assertThat(journal.follow(after.settlement())).isEmpty();
  }

  @Test
  void leavesAloneWhatAReportHasBooked() {
    var run = Run.of(hears(close(1, "23.40")), hears(CAPTURED));
    var fee =
        new JournalEntry(
            new JournalEntry.Name(Given.REFERENCE, Cause.GATEWAY_FEE, "2"),
            null,
            Given.CPO,
            List.of(
                new Line(Account.GATEWAY_FEES, Side.DEBIT, euro("0.30"), null),
                new Line(Account.RECEIVABLE_FROM_GATEWAY, Side.CREDIT, euro("0.30"), null)));
    var journal = journal(run.journal());
    journal.add(fee);
    journal.add(fee.reversed());
    assertThat(journal.follow(run.settlement())).isEmpty();
  }

  private static Journal journal(List<JournalEntry> booked) {
    var journal = new Journal();
    booked.forEach(journal::add);
    return journal;
  }

  @Test
  void namesWhatAReversalTakesBack() {
    var name = new JournalEntry.Name(Given.REFERENCE, Cause.SHORTFALL, "3/2/refund 3");
    assertThat(name.ofReversal().reversed()).contains(name);
    assertThat(name.reversed()).isEmpty();
  }

  @Test
  void namesAnEntryTheSameForEver() {
    var name = new JournalEntry.Name(Given.REFERENCE, Cause.CAPTURED, "2");
    assertThat(name.id()).hasToString("ce64d8e0-8c03-50f5-a158-b5793a6a940f");
  }

  @Test
  void refusesAnEntryThatIsNotBalanced() {
    var name = new JournalEntry.Name(Given.REFERENCE, Cause.CAPTURED, "2");
    var debit = new Line(Account.CHARGING_REVENUE, Side.DEBIT, euro("1.00"), null);
    var nothing = new Line(Account.CHARGING_REVENUE, Side.CREDIT, euro("0.00"), null);
    for (List<Line> lines : List.of(List.<Line>of(), List.of(debit), List.of(nothing))) {
      assertThatThrownBy(() -> new JournalEntry(name, null, Given.CPO, lines))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
