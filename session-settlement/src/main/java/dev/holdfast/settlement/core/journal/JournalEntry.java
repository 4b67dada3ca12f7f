package dev.holdfast.settlement.core.journal;

import dev.holdfast.settlement.core.payment.Reference;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the double-entry journal; never changed.
 *
 * @param sessionId null for an entry that concerns the hold alone
 */
public record JournalEntry(Name name, @Nullable String sessionId, String cpoId, List<Line> lines) {

  /** In every currency, debits equal credits; anything else is a defect here. */
  public JournalEntry {
    lines = List.copyOf(lines);
    if (lines.isEmpty() || !isBalanced(lines)) {
      throw new IllegalArgumentException("Debits and credits differ in " + name + ": " + lines);
    }
  }

  /** What an entry is for; the version is the fact's own, never a counter of arrivals. */
  public record Name(Reference reference, Cause cause, String version) {
    /** UUIDv5 of the name: booking twice gives the same id. */
    public UUID id() {
      return NamedUuid.of(reference.text() + "/" + cause + "/" + version);
    }
  }

  /** What is booked. */
  public enum Cause {
    HOLD_PLACED,
    HOLD_RELEASED,
    HOLD_EXPIRED,
    HOLD_CAPTURED,
    SESSION_BILLED,
    CAPTURED,
    SHORTFALL,
    REFUNDED,
    CORRECTED,
    GATEWAY_FEE,
    PAID_OUT,
    WRITTEN_OFF
  }

  /** An account of the ledger. */
  public enum Account {
    HOLDS_OUTSTANDING,
    HOLDS_CONTRA,
    RECEIVABLE_FROM_CARD_HOLDER,
    RECEIVABLE_FROM_GATEWAY,
    CHARGING_REVENUE,
    TAX_PAYABLE,
    OVERAGE_RECEIVABLE,
    GATEWAY_FEES,
    CASH_AT_BANK,
    WRITE_OFFS
  }

  /** The side of an account. */
  public enum Side {
    DEBIT,
    CREDIT;

    /** The one across. */
    public Side other() {
      return this == DEBIT ? CREDIT : DEBIT;
    }
  }

  /** One line; the amount is above zero; the detail says which tax a tax line is for. */
  public record Line(Account account, Side side, Money amount, @Nullable String detail) {}

  /** What takes this entry back, line by line. */
  JournalEntry reversed() {
    var reversal = new Name(name.reference(), Cause.CORRECTED, name.cause() + "/" + name.version());
    return new JournalEntry(
        reversal,
        sessionId,
        cpoId,
        lines.stream()
            .map(l -> new Line(l.account(), l.side().other(), l.amount(), l.detail()))
            .toList());
  }

  private static boolean isBalanced(List<Line> lines) {
    var balances = new HashMap<CurrencyUnit, Money>();
    for (Line line : lines) {
      Money signed = line.side() == Side.DEBIT ? line.amount() : line.amount().negated();
      balances.merge(signed.getCurrencyUnit(), signed, Money::plus);
    }
    return balances.values().stream().allMatch(Money::isZero)
        && lines.stream().allMatch(line -> line.amount().isPositive());
  }
}
