package dev.holdfast.settlement.core.journal;

import static dev.holdfast.settlement.core.journal.JournalEntry.Account.CHARGING_REVENUE;
import static dev.holdfast.settlement.core.journal.JournalEntry.Account.OVERAGE_RECEIVABLE;
import static dev.holdfast.settlement.core.journal.JournalEntry.Account.RECEIVABLE_FROM_CARD_HOLDER;
import static dev.holdfast.settlement.core.journal.JournalEntry.Account.RECEIVABLE_FROM_GATEWAY;
import static dev.holdfast.settlement.core.journal.JournalEntry.Account.SUSPENSE;
import static dev.holdfast.settlement.core.journal.JournalEntry.Account.TAX_PAYABLE;
import static dev.holdfast.settlement.core.journal.JournalEntry.Account.WRITE_OFFS;
import static dev.holdfast.settlement.core.journal.JournalEntry.Side.CREDIT;
import static dev.holdfast.settlement.core.journal.JournalEntry.Side.DEBIT;
import static java.util.Objects.requireNonNull;

import dev.holdfast.settlement.core.journal.JournalEntry.Account;
import dev.holdfast.settlement.core.journal.JournalEntry.Cause;
import dev.holdfast.settlement.core.journal.JournalEntry.Line;
import dev.holdfast.settlement.core.journal.JournalEntry.Side;
import dev.holdfast.settlement.core.payment.AttentionReason;
import dev.holdfast.settlement.core.payment.Balance;
import dev.holdfast.settlement.core.payment.Close;
import dev.holdfast.settlement.core.payment.Hold;
import dev.holdfast.settlement.core.payment.PaidBack;
import dev.holdfast.settlement.core.payment.Reference;
import dev.holdfast.settlement.core.payment.Session;
import dev.holdfast.settlement.core.payment.Settlement;
import dev.holdfast.settlement.core.payment.Tax;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Every entry that a hold and its session call for: money that is earned or moves, and so not what
 * a hold binds. More facts only add entries, so the journal does not depend on the order in which
 * they came. To that end an entry's version is the number that its fact has by itself: the revision
 * of a close, and the number of the attempt that moved the money. And a revision is billed whole
 * and, once a higher one is known, taken back whole: a difference would depend on which revision
 * was seen before.
 */
final class Entries {
  private final Reference reference;
  private final Hold hold;
  private final Session session;
  private final boolean isTold;
  private final List<JournalEntry> entries = new ArrayList<>();

  private Entries(Reference reference, Hold hold, @Nullable Session told) {
    this.reference = reference;
    this.hold = hold;
    this.isTold = told != null;
    this.session = told == null ? Session.named(reference.text(), null) : told;
  }

  /** All that the state calls for; none before both the hold and the session are known. */
  static List<JournalEntry> of(Settlement state) {
    Hold hold = state.hold();
    Session session = state.session();
    if (hold == null || (session == null && !(state instanceof Settlement.Attention))) {
      return List.of();
    }
    Entries all = new Entries(state.reference(), hold, session);
    all.book();
    if (state instanceof Settlement.Attention(var ref, var v, var h, var s, var reason)
        && reason == AttentionReason.CAPTURED_WITHOUT_SESSION) {
      all.suspend();
    }
    return all.entries;
  }

  /** Nobody told what it was taken for: until somebody does, it is no card holder's. */
  private void suspend() {
    move(
        Cause.SUSPENDED,
        hold.captureNumber(),
        line(RECEIVABLE_FROM_CARD_HOLDER, DEBIT, hold.captured()),
        line(SUSPENSE, CREDIT, hold.captured()));
    for (Hold.Refund refund : hold.moves().refunds()) {
      move(
          Cause.SUSPENDED,
          Integer.toString(refund.number()),
          line(SUSPENSE, DEBIT, refund.amount()),
          line(RECEIVABLE_FROM_CARD_HOLDER, CREDIT, refund.amount()));
    }
  }

  private void book() {
    ofCard();
    session.closes().forEach(this::ofClose);
  }

  private void ofCard() {
    move(
        Cause.CAPTURED,
        hold.captureNumber(),
        line(RECEIVABLE_FROM_GATEWAY, DEBIT, hold.captured()),
        line(RECEIVABLE_FROM_CARD_HOLDER, CREDIT, hold.captured()));
    for (Hold.Refund refund : hold.moves().refunds()) {
      move(
          Cause.REFUNDED,
          Integer.toString(refund.number()),
          line(RECEIVABLE_FROM_CARD_HOLDER, DEBIT, refund.amount()),
          line(RECEIVABLE_FROM_GATEWAY, CREDIT, refund.amount()));
    }
  }

  private void ofClose(Close close) {
    int before = entries.size();
    String revision = Integer.toString(close.revision());
    bill(close, revision);
    if (hold.isOver() && isMeasured(close)) {
      // What it was measured against is part of its name: another capture makes another one.
      fallShort(close, revision + "/" + hold.captureNumber());
    }
    if (!close.equals(session.latest())) {
      List<JournalEntry> superseded = List.copyOf(entries.subList(before, entries.size()));
      superseded.forEach(entry -> entries.add(entry.reversed()));
    }
  }

  /** A price in another currency than the hold is unpaid only once a person has said so. */
  private boolean isMeasured(Close close) {
    return close.total().isSameCurrency(hold.authorized())
        || (session.isWrittenOff(hold, close) && hold.captured().isZero());
  }

  private void bill(Close close, String version) {
    var lines = new ArrayList<Line>();
    lines.add(line(RECEIVABLE_FROM_CARD_HOLDER, DEBIT, close.total()));
    lines.addAll(revenue(close.price()));
    for (Tax tax : close.price().taxes()) {
      lines.add(new Line(TAX_PAYABLE, CREDIT, tax.amount(), tax.detail()));
    }
    move(Cause.SESSION_BILLED, version, lines.toArray(Line[]::new));
  }

  /** A line for each base, so that also a sale without tax says under which rate it is. */
  private static List<Line> revenue(Close.Price price) {
    return price.hasBases()
        ? price.taxes().stream()
            .map(
                tax -> new Line(CHARGING_REVENUE, CREDIT, requireNonNull(tax.base()), tax.detail()))
            .toList()
        : List.of(line(CHARGING_REVENUE, CREDIT, price.net()));
  }

  /**
   * What was earned and is not kept: what was never taken, and what each refund gave back of it.
   * Each amount follows from the price, the capture and the refunds up to its own, and its name
   * holds them all: so a later refund adds an entry and changes none.
   */
  private void fallShort(Close close, String version) {
    boolean isSame = close.total().isSameCurrency(hold.authorized());
    Money owed = isSame ? close.total().minus(hold.captured()) : close.total();
    Money paidBack = hold.zero();
    String name = version;
    shortfall(name, orZero(owed));
    PaidBack parts = PaidBack.of(hold, session.goodwill(), close);
    for (int i = 0; isSame && i < hold.moves().refunds().size(); i++) {
      String ofRefund = version + "/refund " + hold.moves().refunds().get(i).number();
      goodwill(ofRefund, parts.asGoodwill().get(i));
      if (parts.isOnlyGoodwill(i)) {
        continue;
      }
      Money before = orZero(owed);
      owed = owed.plus(parts.ofPrice().get(i));
      paidBack = paidBack.plus(parts.ofPrice().get(i));
      name = ofRefund;
      if (isExplained(close, paidBack)) {
        shortfall(name, orZero(owed).minus(before));
      }
    }
    if (session.isWrittenOff(hold, close)) {
      writeOff(name, owed);
    }
  }

  /** Did this or an earlier revision ask for so much back, or has a person accepted it? */
  private boolean isExplained(Close close, Money paidBack) {
    return Balance.of(hold, session, close).unasked(paidBack).isZero();
  }

  private void shortfall(String version, Money amount) {
    move(
        Cause.SHORTFALL,
        version,
        line(OVERAGE_RECEIVABLE, DEBIT, amount),
        line(RECEIVABLE_FROM_CARD_HOLDER, CREDIT, amount));
  }

  private void goodwill(String version, Money amount) {
    move(
        Cause.GOODWILL,
        version,
        line(Account.GOODWILL, DEBIT, amount),
        line(RECEIVABLE_FROM_CARD_HOLDER, CREDIT, amount));
  }

  /** What is short is lost; what is not paid back, an amount below zero, is kept. */
  private void writeOff(String version, Money owed) {
    Money lost = orZero(owed);
    Money kept = orZero(owed.negated());
    move(
        Cause.WRITTEN_OFF,
        version,
        line(WRITE_OFFS, DEBIT, lost),
        line(OVERAGE_RECEIVABLE, CREDIT, lost),
        line(RECEIVABLE_FROM_CARD_HOLDER, DEBIT, kept),
        line(WRITE_OFFS, CREDIT, kept));
  }

  private static Money orZero(Money amount) {
    return amount.isNegative() ? amount.minus(amount) : amount;
  }

  /** Zero is not booked. */
  private void move(Cause cause, String version, Line... lines) {
    List<Line> booked = Stream.of(lines).filter(line -> line.amount().isPositive()).toList();
    if (!booked.isEmpty()) {
      var name = new JournalEntry.Name(reference, cause, version);
      String known = isTold ? session.id() : null;
      entries.add(new JournalEntry(name, known, hold.grant().cpoId(), booked));
    }
  }

  private static Line line(Account account, Side side, Money amount) {
    return new Line(account, side, amount, null);
  }
}
