package dev.holdfast.settlement.core.report;

import dev.holdfast.settlement.core.journal.JournalEntry.Account;
import dev.holdfast.settlement.core.journal.NamedUuid;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One line of a gateway's settlement report.
 *
 * @param payout which transfer to the bank it is part of
 * @param time when the gateway says that it happened
 * @param dispute of a chargeback; null of anything else
 */
public record ReportLine(
    Kind kind, Names names, Amounts amounts, Payout payout, Time time, @Nullable Dispute dispute) {
  /** What is no chargeback. */
  public ReportLine(Kind kind, Names names, Amounts amounts, Payout payout, Time time) {
    this(kind, names, amounts, payout, time, null);
  }

  /** The same with what it says of a chargeback. */
  public ReportLine disputed(Dispute said) {
    return new ReportLine(kind, names, amounts, payout, time, said);
  }

  /** What the line is about. */
  public enum Kind {
    /** Money taken from a card, or the part of it that was given back before it was settled. */
    CAPTURE(Account.RECEIVABLE_FROM_GATEWAY),
    /** Money paid back. */
    REFUND(Account.RECEIVABLE_FROM_GATEWAY),
    /** The transfer to the bank itself; above zero it comes to the bank. */
    PAYOUT(Account.CASH_AT_BANK),
    /** What a card holder's bank took back, or gave up again. */
    CHARGEBACK(Account.CHARGEBACKS),
    /** What the gateway charges for no single payment. */
    CHARGE(Account.GATEWAY_CHARGES),
    /** What the gateway holds back, or lets go. */
    RESERVE(Account.RESERVES),
    /** What nobody here can explain. */
    OTHER(Account.SUSPENSE);

    private final Account account;

    Kind(Account account) {
      this.account = account;
    }

    /** Where it is booked that the gateway owes that much more, or less. */
    public Account account() {
      return account;
    }

    /** Is it a movement of money that was asked for here? */
    public boolean isOrdered() {
      return account == Account.RECEIVABLE_FROM_GATEWAY;
    }
  }

  /**
   * What the gateway calls it.
   *
   * @param ofMovement its names of the movement, the likeliest first
   * @param ofLine its name of this very line, where it has one
   */
  public record Names(List<String> ofMovement, @Nullable String ofLine) {
    /** The list is copied. */
    public Names {
      ofMovement = List.copyOf(ofMovement);
    }
  }

  /**
   * What moved, as the receiver sees it: a refund is below zero.
   *
   * @param gross in the currency of the payment
   * @param settled the same in the currency that is paid out
   * @param fee what the gateway keeps of it; null where the report does not tell
   */
  public record Amounts(Money gross, Money settled, @Nullable Money fee) {
    /** What is not exchanged. */
    public static Amounts of(Money gross, @Nullable Money fee) {
      return new Amounts(gross, gross, fee);
    }

    /** Is it paid out in another currency? */
    public boolean isExchanged() {
      return !gross.isSameCurrency(settled);
    }
  }

  /**
   * A transfer to the bank.
   *
   * @param account of the gateway, where one login has several: their payouts may share names
   * @param name null where the report does not say to which it belongs
   */
  public record Payout(@Nullable String account, @Nullable String name) {}

  /**
   * When it happened.
   *
   * @param cell as it is written: it tells lines apart
   * @param at null where the cell cannot be understood: nothing depends on it
   */
  public record Time(@Nullable String cell, @Nullable Instant at) {}

  /**
   * The same for the same line in another file, whatever more or less that file tells of it: a
   * movement is known by its name and amount; what was not asked for here by its time, too, or
   * where it has none by its payout.
   */
  public UUID key(String gateway) {
    String ofLine = names.ofLine();
    if (ofLine != null) {
      return NamedUuid.of("line/%s/%s".formatted(gateway, ofLine));
    }
    String first = names.ofMovement().isEmpty() ? "" : names.ofMovement().getFirst();
    String said = "line/%s/%s/%s".formatted(kind, first, amounts.gross());
    String when = time.cell() == null ? payout.name() : time.cell();
    return NamedUuid.of(
        kind.isOrdered() ? said : "%s/%s/%s/%s".formatted(said, gateway, payout.account(), when));
  }
}
