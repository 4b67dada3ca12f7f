package dev.holdfast.settlement.core.journal;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import dev.holdfast.settlement.core.payment.Reference;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the double-entry journal; never changed.
 *
 * @param sessionId null for an entry that a gateway's report or a person calls for
 */
public record JournalEntry(Name name, @Nullable String sessionId, String cpoId, List<Line> lines) {

  private static final Set<String> OF_REPORTS =
      Set.of("GATEWAY_FEE", "PAID_OUT", "REPORTED", "EXCHANGED", "BANKED");

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

    /** A gateway's report calls for it, or took it back: no settlement knows of it. */
    public boolean isOfReport() {
      String of =
          cause == Cause.CORRECTED ? version.substring(0, version.indexOf('/')) : cause.name();
      return OF_REPORTS.contains(of);
    }

    /** Of the entry that takes it back. */
    Name ofReversal() {
      return new Name(reference, Cause.CORRECTED, cause + "/" + version);
    }

    /** Of the entry that this one takes back; empty for any other. */
    public Optional<Name> reversed() {
      int end = version.indexOf('/');
      return cause == Cause.CORRECTED
          ? Optional.of(
              new Name(
                  reference, Cause.valueOf(version.substring(0, end)), version.substring(end + 1)))
          : Optional.empty();
    }

    /** As a person reads it. */
    String text() {
      return cause + " " + version;
    }
  }

  /** What is booked; the first four are of older versions, which booked what holds bind. */
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
    /** A gateway's report says to which payout it belongs. */
    PAID_OUT,
    WRITTEN_OFF,
    /** Support has given something back although the price stands. */
    GOODWILL,
    /** What was taken belongs to no session that anybody told of in time. */
    SUSPENDED,
    /** A gateway's report tells of money that moved by no order of ours. */
    REPORTED,
    /** A gateway pays out in another currency than it took. */
    EXCHANGED,
    /** A payout came to the bank. */
    BANKED,
    /** A person wants it, and no fact calls for it. */
    MANUAL
  }

  /** An account of the ledger; the first two are of older versions, as are their causes. */
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
    WRITE_OFFS,
    /** What support gave back of prices that stand. */
    GOODWILL,
    /** Named as part of a payout, and not at the bank yet: zero for each payout that came. */
    PAYOUT_IN_TRANSIT,
    /** What a gateway charges for no single payment. */
    GATEWAY_CHARGES,
    CHARGEBACKS,
    RESERVES,
    FX_DIFFERENCES,
    /** What nobody has explained yet. */
    SUSPENSE
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

  /** One line; the amount is above zero; the detail says which tax or payout it is for. */
  public record Line(Account account, Side side, Money amount, @Nullable String detail) {}

  /** What takes this entry back, line by line. */
  public JournalEntry reversed() {
    return new JournalEntry(
        name.ofReversal(),
        sessionId,
        cpoId,
        lines.stream()
            .map(l -> new Line(l.account(), l.side().other(), l.amount(), l.detail()))
            .toList());
  }

  /** The same under its next name, once it was taken back. */
  JournalEntry again(int number) {
    var next = new Name(name.reference(), name.cause(), name.version() + "#" + number);
    return new JournalEntry(next, sessionId, cpoId, lines);
  }

  /** Does it book the same, in whatever order of its lines? */
  public boolean hasLinesOf(JournalEntry other) {
    return counted(lines).equals(counted(other.lines));
  }

  private static Map<Line, Long> counted(List<Line> lines) {
    return lines.stream().collect(groupingBy(identity(), counting()));
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
