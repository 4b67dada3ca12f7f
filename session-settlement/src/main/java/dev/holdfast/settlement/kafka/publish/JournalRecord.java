package dev.holdfast.settlement.kafka.publish;

import dev.holdfast.contracts.MoneyCodec;
import dev.holdfast.contracts.Topic;
import dev.holdfast.delivery.Event;
import dev.holdfast.events.Account;
import dev.holdfast.events.JournalCause;
import dev.holdfast.events.JournalEntryPosted;
import dev.holdfast.events.JournalLine;
import dev.holdfast.events.ManualVoucher;
import dev.holdfast.events.Side;
import dev.holdfast.settlement.core.journal.BookedEntry;
import dev.holdfast.settlement.core.journal.JournalEntry;
import dev.holdfast.settlement.core.journal.ManualEntry;
import dev.holdfast.settlement.core.journal.Origin;
import dev.holdfast.settlement.core.payment.Resolution.Word;
import dev.holdfast.settlement.core.payment.Settlement;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An entry as journal.v1 carries it. */
public final class JournalRecord {
  private static final Set<JournalEntry.Cause> OF_PAYOUTS =
      EnumSet.of(JournalEntry.Cause.PAID_OUT, JournalEntry.Cause.BANKED);

  private JournalRecord() {}

  /** What is said of an entry that no settlement calls for; its id is the event's. */
  public static Event posted(BookedEntry booked) {
    return event(booked, of(booked).build());
  }

  /** What is said of an entry that this state calls for, or no longer calls for. */
  public static Event posted(BookedEntry booked, Settlement state) {
    var origin = Origin.of(booked.entry().name(), state);
    return event(
        booked,
        of(booked)
            .setAttempt(origin.attempt())
            .setGatewayReference(origin.gatewayReference())
            .setSuppliedAt(origin.suppliedAt())
            .setTaxes(TaxRecord.all(origin.taxes()))
            .build());
  }

  /** What is said of an entry that a person called for. */
  public static Event posted(BookedEntry booked, ManualEntry manual) {
    Word second = manual.second().orElse(null);
    Word asked = manual.voucher().asked();
    return event(
        booked,
        of(booked)
            .setManual(
                new ManualVoucher(
                    manual.id().toString(),
                    manual.voucher().document(),
                    asked.by(),
                    asked.reason(),
                    asked.at(),
                    second == null ? null : second.by(),
                    second == null ? null : second.reason()))
            .build());
  }

  private static Event event(BookedEntry booked, JournalEntryPosted said) {
    return new Event(
        Topic.JOURNAL, said.getReference(), said.getEntryId(), booked.bookedAt(), said);
  }

  private static JournalEntryPosted.Builder of(BookedEntry booked) {
    JournalEntry entry = booked.entry();
    return JournalEntryPosted.newBuilder()
        .setEntryId(entry.name().id().toString())
        .setReference(entry.name().reference().text())
        .setSessionId(entry.sessionId())
        .setCpoId(entry.cpoId())
        .setCause(cause(entry.name().cause()))
        .setCauseVersion(entry.name().version())
        .setBookedAt(booked.bookedAt())
        .setBookingDay(booked.bookingDay())
        .setReverses(entry.name().reversed().map(name -> name.id().toString()).orElse(null))
        .setPayoutName(payout(entry))
        .setLines(entry.lines().stream().map(JournalRecord::line).toList());
  }

  /** As the lines of such an entry have it. */
  private static @Nullable String payout(JournalEntry entry) {
    return OF_PAYOUTS.contains(entry.name().reversed().orElse(entry.name()).cause())
        ? entry.lines().getFirst().detail()
        : null;
  }

  private static JournalLine line(JournalEntry.Line line) {
    return new JournalLine(
        account(line.account()),
        side(line.side()),
        MoneyCodec.toAvro(line.amount()),
        line.detail());
  }

  private static Side side(JournalEntry.Side side) {
    return switch (side) {
      case DEBIT -> Side.DEBIT;
      case CREDIT -> Side.CREDIT;
    };
  }

  private static Account account(JournalEntry.Account account) {
    return switch (account) {
      case HOLDS_OUTSTANDING -> Account.HOLDS_OUTSTANDING;
      case HOLDS_CONTRA -> Account.HOLDS_CONTRA;
      case RECEIVABLE_FROM_CARD_HOLDER -> Account.RECEIVABLE_FROM_CARD_HOLDER;
      case RECEIVABLE_FROM_GATEWAY -> Account.RECEIVABLE_FROM_GATEWAY;
      case CHARGING_REVENUE -> Account.CHARGING_REVENUE;
      case TAX_PAYABLE -> Account.TAX_PAYABLE;
      case OVERAGE_RECEIVABLE -> Account.OVERAGE_RECEIVABLE;
      case GATEWAY_FEES -> Account.GATEWAY_FEES;
      case CASH_AT_BANK -> Account.CASH_AT_BANK;
      case WRITE_OFFS -> Account.WRITE_OFFS;
      case GOODWILL -> Account.GOODWILL;
      case PAYOUT_IN_TRANSIT -> Account.PAYOUT_IN_TRANSIT;
      case GATEWAY_CHARGES -> Account.GATEWAY_CHARGES;
      case CHARGEBACKS -> Account.CHARGEBACKS;
      case RESERVES -> Account.RESERVES;
      case FX_DIFFERENCES -> Account.FX_DIFFERENCES;
      case SUSPENSE -> Account.SUSPENSE;
    };
  }

  private static JournalCause cause(JournalEntry.Cause cause) {
    return switch (cause) {
      case HOLD_PLACED -> JournalCause.HOLD_PLACED;
      case HOLD_RELEASED -> JournalCause.HOLD_RELEASED;
      case HOLD_EXPIRED -> JournalCause.HOLD_EXPIRED;
      case HOLD_CAPTURED -> JournalCause.HOLD_CAPTURED;
      case SESSION_BILLED -> JournalCause.SESSION_BILLED;
      case CAPTURED -> JournalCause.CAPTURED;
      case SHORTFALL -> JournalCause.SHORTFALL;
      case REFUNDED -> JournalCause.REFUNDED;
      case CORRECTED -> JournalCause.CORRECTED;
      case GATEWAY_FEE -> JournalCause.GATEWAY_FEE;
      case PAID_OUT -> JournalCause.PAID_OUT;
      case WRITTEN_OFF -> JournalCause.WRITTEN_OFF;
      case GOODWILL -> JournalCause.GOODWILL;
      case SUSPENDED -> JournalCause.SUSPENDED;
      case REPORTED -> JournalCause.REPORTED;
      case EXCHANGED -> JournalCause.EXCHANGED;
      case BANKED -> JournalCause.BANKED;
      case MANUAL -> JournalCause.MANUAL;
    };
  }
}
