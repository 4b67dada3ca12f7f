package dev.holdfast.settlement.core.journal;

import static dev.holdfast.settlement.core.journal.JournalEntry.Account.CHARGING_REVENUE;
import static dev.holdfast.settlement.core.journal.JournalEntry.Account.OVERAGE_RECEIVABLE;
import static dev.holdfast.settlement.core.journal.JournalEntry.Account.RECEIVABLE_FROM_CARD_HOLDER;
import static dev.holdfast.settlement.core.journal.JournalEntry.Account.RECEIVABLE_FROM_GATEWAY;
import static dev.holdfast.settlement.core.journal.JournalEntry.Account.TAX_PAYABLE;
import static dev.holdfast.settlement.core.journal.JournalEntry.Account.WRITE_OFFS;
import static dev.holdfast.settlement.core.journal.JournalEntry.Side.CREDIT;
import static dev.holdfast.settlement.core.journal.JournalEntry.Side.DEBIT;

import dev.holdfast.settlement.core.journal.JournalEntry.Account;
import dev.holdfast.settlement.core.journal.JournalEntry.Cause;
import dev.holdfast.settlement.core.journal.JournalEntry.Line;
import dev.holdfast.settlement.core.journal.JournalEntry.Side;
import dev.holdfast.settlement.core.payment.Balance;
import dev.holdfast.settlement.core.payment.Close;
import dev.holdfast.settlement.core.payment.Hold;
import dev.holdfast.settlement.core.payment.Reference;
import dev.holdfast.settlement.core.payment.Session;
import dev.holdfast.settlement.core.payment.Tax;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Every entry that a hold and its session call for. More facts only add entries, so the journal
 * does not depend on the order in which they came. To that end an entry's version is the number
 * that its fact has by itself: the revision of a close, the number of the attempt that moved the
 * money, and 1 for what a hold can do but once. And a revision is billed whole and, once a higher
 * one is known, taken back whole: a difference would depend on which revision was seen before.
 */
final class Entries {
  private final Reference reference;
  private final Hold hold;
  private final @Nullable Session session;
  private final List<JournalEntry> entries = new ArrayList<>();

  Entries(Reference reference, Hold hold, @Nullable Session session) {
    this.reference = reference;
    this.hold = hold;
    this.session = session;
  }

  List<JournalEntry> all() {
    entries.addAll(HoldEntries.of(reference, hold));
    if (session != null) {
      ofCard(session);
      session.closes().forEach(close -> ofClose(session, close));
    }
    return entries;
  }

  private void ofCard(Session of) {
    move(
        of,
        Cause.CAPTURED,
        hold.captureNumber(),
        line(RECEIVABLE_FROM_GATEWAY, DEBIT, hold.captured()),
        line(RECEIVABLE_FROM_CARD_HOLDER, CREDIT, hold.captured()));
    for (Hold.Refund refund : hold.moves().refunds()) {
      move(
          of,
          Cause.REFUNDED,
          refund.name(),
          line(RECEIVABLE_FROM_CARD_HOLDER, DEBIT, refund.amount()),
          line(RECEIVABLE_FROM_GATEWAY, CREDIT, refund.amount()));
    }
  }

  private void ofClose(Session of, Close close) {
    int before = entries.size();
    String revision = close.revision() + of.edition();
    bill(of, close, revision);
    boolean counts = close.equals(of.latest());
    if (hold.isOver() && isMeasured(of, close)) {
      var balance = Balance.of(hold, of, close);
      // What it was measured against is part of its name: another capture makes another one.
      String version = revision + "/" + hold.captureNumber();
      shortfall(of, version, balance.shortOfPrice());
      if (counts) {
        String refunds = version + "/" + hold.moves().refunds().size();
        shortfall(of, refunds, balance.shortByRefund());
        writeOff(of, refunds, balance);
      }
    }
    if (!counts) {
      List<JournalEntry> superseded = List.copyOf(entries.subList(before, entries.size()));
      superseded.forEach(entry -> entries.add(entry.reversed()));
    }
  }

  /** A price in another currency than the hold is unpaid only once a person has said so. */
  private boolean isMeasured(Session of, Close close) {
    return close.total().isSameCurrency(hold.authorized())
        || (of.isWrittenOff(hold) && close.equals(of.latest()) && hold.captured().isZero());
  }

  private void bill(Session of, Close close, String version) {
    var lines = new ArrayList<Line>();
    lines.add(line(RECEIVABLE_FROM_CARD_HOLDER, DEBIT, close.total()));
    lines.add(line(CHARGING_REVENUE, CREDIT, close.price().net()));
    for (Tax tax : close.price().taxes()) {
      lines.add(new Line(TAX_PAYABLE, CREDIT, tax.amount(), tax.detail()));
    }
    move(of, Cause.SESSION_BILLED, version, lines.toArray(Line[]::new));
  }

  private void shortfall(Session of, String version, Money amount) {
    move(
        of,
        Cause.SHORTFALL,
        version,
        line(OVERAGE_RECEIVABLE, DEBIT, amount),
        line(RECEIVABLE_FROM_CARD_HOLDER, CREDIT, amount));
  }

  /** What is short is lost; what is not paid back is kept. */
  private void writeOff(Session of, String version, Balance balance) {
    if (of.isWrittenOff(hold)) {
      Money lost = balance.shortfall();
      Money kept = balance.toRefund();
      move(
          of,
          Cause.WRITTEN_OFF,
          version,
          line(WRITE_OFFS, DEBIT, lost),
          line(OVERAGE_RECEIVABLE, CREDIT, lost),
          line(RECEIVABLE_FROM_CARD_HOLDER, DEBIT, kept),
          line(WRITE_OFFS, CREDIT, kept));
    }
  }

  /** Zero is not booked. */
  private void move(Session of, Cause cause, String version, Line... lines) {
    List<Line> booked = Stream.of(lines).filter(line -> line.amount().isPositive()).toList();
    if (!booked.isEmpty()) {
      var name = new JournalEntry.Name(reference, cause, version);
      entries.add(new JournalEntry(name, of.id(), hold.grant().cpoId(), booked));
    }
  }

  private static Line line(Account account, Side side, Money amount) {
    return new Line(account, side, amount, null);
  }
}
