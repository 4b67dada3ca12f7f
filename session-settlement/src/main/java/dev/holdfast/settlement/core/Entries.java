package dev.holdfast.settlement.core;

import static dev.holdfast.settlement.core.JournalEntry.Account.CHARGING_REVENUE;
import static dev.holdfast.settlement.core.JournalEntry.Account.HOLDS_CONTRA;
import static dev.holdfast.settlement.core.JournalEntry.Account.HOLDS_OUTSTANDING;
import static dev.holdfast.settlement.core.JournalEntry.Account.OVERAGE_RECEIVABLE;
import static dev.holdfast.settlement.core.JournalEntry.Account.RECEIVABLE_FROM_CARD_HOLDER;
import static dev.holdfast.settlement.core.JournalEntry.Account.RECEIVABLE_FROM_GATEWAY;
import static dev.holdfast.settlement.core.JournalEntry.Account.TAX_PAYABLE;
import static dev.holdfast.settlement.core.JournalEntry.Side.CREDIT;
import static dev.holdfast.settlement.core.JournalEntry.Side.DEBIT;

import dev.holdfast.settlement.core.JournalEntry.Account;
import dev.holdfast.settlement.core.JournalEntry.Cause;
import dev.holdfast.settlement.core.JournalEntry.Line;
import dev.holdfast.settlement.core.JournalEntry.Side;
import java.util.ArrayList;
import java.util.List;
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
  private static final String ONCE = "1";

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
    ofHold();
    if (session != null) {
      ofCard(session);
      session.closes().forEach(close -> ofClose(session, close));
    }
    return entries;
  }

  /** Memo entries: nothing is owed yet, but the card holder's money is bound. */
  private void ofHold() {
    memo(Cause.HOLD_PLACED, ONCE, HOLDS_OUTSTANDING, HOLDS_CONTRA, hold.authorized());
    if (!hold.isOver()) {
      return;
    }
    Money used = Balance.smaller(hold.captured(), hold.authorized());
    memo(Cause.HOLD_CAPTURED, captureNumber(), HOLDS_CONTRA, HOLDS_OUTSTANDING, used);
    memo(Cause.HOLD_RELEASED, ONCE, HOLDS_CONTRA, HOLDS_OUTSTANDING, hold.released());
    if (hold.standing() == Hold.Standing.EXPIRED) {
      Money lapsed = hold.authorized().minus(used).minus(hold.released());
      memo(Cause.HOLD_EXPIRED, ONCE, HOLDS_CONTRA, HOLDS_OUTSTANDING, lapsed);
    }
  }

  private void ofCard(Session of) {
    move(
        of,
        Cause.CAPTURED,
        captureNumber(),
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
    bill(of, close);
    boolean counts = close.equals(of.latest());
    if (hold.isOver() && close.total().isSameCurrency(hold.authorized())) {
      Balance balance = Balance.of(hold, of, close);
      // What it was measured against is part of its name: another capture makes another one.
      String version = close.revision() + "/" + captureNumber();
      shortfall(of, version, balance.shortOfPrice());
      if (counts) {
        shortfall(of, version + "/" + hold.moves().refunds().size(), balance.shortByRefund());
      }
    }
    if (!counts) {
      List<JournalEntry> superseded = List.copyOf(entries.subList(before, entries.size()));
      superseded.forEach(entry -> entries.add(entry.reversed()));
    }
  }

  private String captureNumber() {
    Hold.Capture capture = hold.moves().capture();
    return capture == null ? "0" : Integer.toString(capture.number());
  }

  private void bill(Session of, Close close) {
    List<Line> lines = new ArrayList<>();
    lines.add(line(RECEIVABLE_FROM_CARD_HOLDER, DEBIT, close.total()));
    lines.add(line(CHARGING_REVENUE, CREDIT, close.price().net()));
    for (Tax tax : close.price().taxes()) {
      lines.add(new Line(TAX_PAYABLE, CREDIT, tax.amount(), tax.detail()));
    }
    String version = Integer.toString(close.revision());
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

  private void memo(Cause cause, String version, Account debit, Account credit, Money amount) {
    add(cause, version, null, line(debit, DEBIT, amount), line(credit, CREDIT, amount));
  }

  private void move(Session of, Cause cause, String version, Line... lines) {
    add(cause, version, of.id(), lines);
  }

  /** Zero is not booked. */
  private void add(Cause cause, String version, @Nullable String sessionId, Line... lines) {
    List<Line> booked = List.of(lines).stream().filter(line -> line.amount().isPositive()).toList();
    if (!booked.isEmpty()) {
      JournalEntry.Name name = new JournalEntry.Name(reference, cause, version);
      entries.add(new JournalEntry(name, sessionId, hold.grant().cpoId(), booked));
    }
  }

  private static Line line(Account account, Side side, Money amount) {
    return new Line(account, side, amount, null);
  }
}
