package dev.holdfast.settlement.core.journal;

import static dev.holdfast.settlement.core.journal.JournalEntry.Account.HOLDS_CONTRA;
import static dev.holdfast.settlement.core.journal.JournalEntry.Account.HOLDS_OUTSTANDING;

import dev.holdfast.settlement.core.journal.JournalEntry.Account;
import dev.holdfast.settlement.core.journal.JournalEntry.Cause;
import dev.holdfast.settlement.core.journal.JournalEntry.Line;
import dev.holdfast.settlement.core.journal.JournalEntry.Side;
import dev.holdfast.settlement.core.payment.Balance;
import dev.holdfast.settlement.core.payment.Hold;
import dev.holdfast.settlement.core.payment.Reference;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;

/** Memo entries of a hold: nothing is owed yet, but the card holder's money is bound. */
final class HoldEntries {
  private static final String ONCE = "1";

  private final Reference reference;
  private final Hold hold;
  private final List<JournalEntry> entries = new ArrayList<>();

  private HoldEntries(Reference reference, Hold hold) {
    this.reference = reference;
    this.hold = hold;
  }

  static List<JournalEntry> of(Reference reference, Hold hold) {
    var of = new HoldEntries(reference, hold);
    of.add(Cause.HOLD_PLACED, ONCE, hold.authorized());
    if (hold.isOver()) {
      of.ended();
    }
    return of.entries;
  }

  private void ended() {
    Money used = Balance.smaller(hold.captured(), hold.authorized());
    add(Cause.HOLD_CAPTURED, hold.captureNumber(), used);
    add(Cause.HOLD_RELEASED, ONCE, hold.released());
    if (hold.standing() == Hold.Standing.EXPIRED) {
      add(Cause.HOLD_EXPIRED, ONCE, hold.authorized().minus(used).minus(hold.released()));
    }
  }

  /** Zero is not booked. */
  private void add(Cause cause, String version, Money amount) {
    if (amount.isPositive()) {
      boolean placed = cause == Cause.HOLD_PLACED;
      Account debit = placed ? HOLDS_OUTSTANDING : HOLDS_CONTRA;
      Account credit = placed ? HOLDS_CONTRA : HOLDS_OUTSTANDING;
      entries.add(
          new JournalEntry(
              new JournalEntry.Name(reference, cause, version),
              null,
              hold.grant().cpoId(),
              List.of(
                  new Line(debit, Side.DEBIT, amount, null),
                  new Line(credit, Side.CREDIT, amount, null))));
    }
  }
}
