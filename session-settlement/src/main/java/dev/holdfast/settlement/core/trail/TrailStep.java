package dev.holdfast.settlement.core.trail;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One step of a payment on its way from the tap to the ledger.
 *
 * @param at by the fact's own time, however late it was heard of
 */
public record TrailStep(Kind kind, Instant at, List<Amount> amounts, Telling telling) {
  /** The list is copied. */
  public TrailStep {
    amounts = List.copyOf(amounts);
  }

  /** An amount, and what it is: requested, authorized, captured. */
  public record Amount(String name, Money money) {}

  /** It in words; the outcome is of an attempt or a settlement, the reason why it was so. */
  public record Telling(@Nullable String outcome, @Nullable String reason, String sentence) {
    /** Of what has no outcome. */
    public static Telling of(String sentence) {
      return new Telling(null, null, sentence);
    }
  }

  /** What a step is, in the order in which steps of one moment follow each other. */
  public enum Kind {
    HOLD_REQUESTED,
    ATTEMPT,
    HELD,
    DECLINED,
    ABANDONED,
    SESSION_STARTED,
    SESSION_CLOSED,
    SESSION_CORRECTED,
    EXPIRING,
    EXPIRED,
    CAPTURED,
    CAPTURE_FAILED,
    RELEASED,
    REFUNDED,
    HOLD_NEEDS_ATTENTION,
    RESOLVED,
    AWAITING_SESSION,
    AWAITING_HOLD,
    DECIDED,
    CORRECTING,
    SETTLED,
    ATTENTION,
    CHARGED_BACK,
    BOOKED
  }

  /** An amount as a sentence says it: 60.00 EUR. */
  public static String text(Money money) {
    return money.getAmount().toPlainString() + " " + money.getCurrencyUnit().getCode();
  }

  /** A constant as a sentence says it: second session. */
  static String words(Enum<?> name) {
    return name.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
