package dev.holdfast.settlement.core.report;

import static dev.holdfast.settlement.core.journal.JournalEntry.Account.CASH_AT_BANK;
import static dev.holdfast.settlement.core.journal.JournalEntry.Account.GATEWAY_FEES;
import static dev.holdfast.settlement.core.journal.JournalEntry.Account.RECEIVABLE_FROM_GATEWAY;

import dev.holdfast.settlement.core.journal.JournalEntry;
import dev.holdfast.settlement.core.journal.JournalEntry.Account;
import dev.holdfast.settlement.core.journal.JournalEntry.Cause;
import dev.holdfast.settlement.core.journal.JournalEntry.Line;
import dev.holdfast.settlement.core.journal.JournalEntry.Side;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;

/**
 * What is booked when the gateway's report and a movement agree: the fee that it keeps and the rest
 * that it pays out, each movement by itself, so that they belong to their payment and its CPO. The
 * version is the movement's number: a line that is read again books nothing again.
 */
public final class Remittance {
  private Remittance() {}

  /** The entries of a line that matched; zero, and what is in another currency, is not booked. */
  public static List<JournalEntry> entries(ReportLine line, Movement movement) {
    var entries = new ArrayList<JournalEntry>();
    Money fee = line.amounts().fee();
    if (fee != null) {
      add(entries, movement, Cause.GATEWAY_FEE, GATEWAY_FEES, fee);
    }
    entries.addAll(payout(line, movement));
    return entries;
  }

  /** The entry of what is paid out, where the line names a payout and tells the fee. */
  static List<JournalEntry> payout(ReportLine line, Movement movement) {
    var entries = new ArrayList<JournalEntry>();
    if (line.amounts().fee() != null && line.payout() != null) {
      add(entries, movement, Cause.PAID_OUT, CASH_AT_BANK, line.amounts().net());
    }
    return entries;
  }

  /** Takes the amount from what the gateway owes; one below zero the other way round. */
  private static void add(
      List<JournalEntry> entries, Movement movement, Cause cause, Account account, Money amount) {
    if (amount.isZero()) {
      return;
    }
    Side side = amount.isPositive() ? Side.DEBIT : Side.CREDIT;
    Movement.Id id = movement.id();
    entries.add(
        new JournalEntry(
            new JournalEntry.Name(id.reference(), cause, Integer.toString(id.attempt())),
            null,
            movement.cpoId(),
            List.of(
                new Line(account, side, amount.abs(), null),
                new Line(RECEIVABLE_FROM_GATEWAY, side.other(), amount.abs(), null))));
  }
}
