package dev.holdfast.settlement.core.report;

import static dev.holdfast.settlement.core.journal.JournalEntry.Account.CASH_AT_BANK;
import static dev.holdfast.settlement.core.journal.JournalEntry.Account.FX_DIFFERENCES;
import static dev.holdfast.settlement.core.journal.JournalEntry.Account.GATEWAY_FEES;
import static dev.holdfast.settlement.core.journal.JournalEntry.Account.PAYOUT_IN_TRANSIT;
import static dev.holdfast.settlement.core.journal.JournalEntry.Account.RECEIVABLE_FROM_GATEWAY;
import static dev.holdfast.settlement.core.journal.JournalEntry.Account.SUSPENSE;

import dev.holdfast.settlement.core.journal.JournalEntry;
import dev.holdfast.settlement.core.journal.JournalEntry.Account;
import dev.holdfast.settlement.core.journal.JournalEntry.Cause;
import dev.holdfast.settlement.core.journal.JournalEntry.Line;
import dev.holdfast.settlement.core.journal.JournalEntry.Side;
import dev.holdfast.settlement.core.payment.Reference;
import dev.holdfast.settlement.core.report.ReportLine.Amounts;
import dev.holdfast.settlement.core.report.Verdict.Transit;
import java.util.List;
import java.util.Objects;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The entries of one line of a report. What the gateway owes is its balance with us: it grows by
 * what was captured, falls by what the gateway keeps, and is cleared by what it puts in a payout.
 *
 * @param reference of its payment, or else a name of the line's own
 * @param cpoId whom it concerns
 * @param place the report, the line, and how often the report was booked: what names the entries
 */
public record LineEntries(Reference reference, String cpoId, String place) {
  /** All of them, in the order of their verdict. */
  public List<JournalEntry> of(ReportLine line, Verdict verdict, boolean isKnown) {
    return verdict.books().stream().map(cause -> entry(cause, line, verdict, isKnown)).toList();
  }

  private JournalEntry entry(Cause cause, ReportLine line, Verdict verdict, boolean isKnown) {
    Amounts amounts = line.amounts();
    Account across = line.kind().isOrdered() && !isKnown ? SUSPENSE : line.kind().account();
    return switch (cause) {
      case REPORTED -> entry(cause, RECEIVABLE_FROM_GATEWAY, across, amounts.gross(), null);
      case EXCHANGED -> exchanged(amounts);
      case GATEWAY_FEE ->
          entry(
              cause,
              GATEWAY_FEES,
              RECEIVABLE_FROM_GATEWAY,
              Objects.requireNonNull(amounts.fee()),
              null);
      case PAID_OUT -> {
        Transit transit = Objects.requireNonNull(verdict.transit());
        yield entry(
            cause,
            PAYOUT_IN_TRANSIT,
            RECEIVABLE_FROM_GATEWAY,
            transit.amount(),
            named(line.payout().account(), transit.payout()));
      }
      case BANKED -> banked(line, amounts.settled());
      case HOLD_PLACED,
          HOLD_RELEASED,
          HOLD_EXPIRED,
          HOLD_CAPTURED,
          SESSION_BILLED,
          CAPTURED,
          SHORTFALL,
          REFUNDED,
          CORRECTED,
          WRITTEN_OFF,
          GOODWILL,
          SUSPENDED,
          MANUAL ->
          throw new IllegalArgumentException(cause + " is nothing that a report tells");
    };
  }

  /** What came to the bank of a payout; of several CPOs each has a part. */
  public JournalEntry banked(ReportLine line, Money amount) {
    String payout = Objects.requireNonNullElse(line.payout().name(), "");
    return entry(
        Cause.BANKED,
        CASH_AT_BANK,
        PAYOUT_IN_TRANSIT,
        amount,
        named(line.payout().account(), payout));
  }

  private static String named(@Nullable String account, String payout) {
    return account == null ? payout : account + " " + payout;
  }

  /** What is owed in one currency is owed in the other from now on. */
  private JournalEntry exchanged(Amounts amounts) {
    return new JournalEntry(
        name(Cause.EXCHANGED),
        null,
        cpoId,
        List.of(
            line(FX_DIFFERENCES, Side.DEBIT, amounts.gross(), null),
            line(RECEIVABLE_FROM_GATEWAY, Side.CREDIT, amounts.gross(), null),
            line(RECEIVABLE_FROM_GATEWAY, Side.DEBIT, amounts.settled(), null),
            line(FX_DIFFERENCES, Side.CREDIT, amounts.settled(), null)));
  }

  private JournalEntry entry(
      Cause cause, Account debit, Account credit, Money amount, @Nullable String detail) {
    return new JournalEntry(
        name(cause),
        null,
        cpoId,
        List.of(
            line(debit, Side.DEBIT, amount, detail), line(credit, Side.CREDIT, amount, detail)));
  }

  private JournalEntry.Name name(Cause cause) {
    return new JournalEntry.Name(reference, cause, place);
  }

  /** An amount below zero is booked on the other side. */
  private static Line line(Account account, Side side, Money amount, @Nullable String detail) {
    return new Line(account, amount.isNegative() ? side.other() : side, amount.abs(), detail);
  }
}
