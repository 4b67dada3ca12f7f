package dev.holdfast.settlement.core.trail;

import dev.holdfast.settlement.core.payment.Reference;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** One step of a payment on its way from the tap to the ledger. */
public record TrailStep(Name name, Content content) {

  /** The version of a step that nothing can tell otherwise any more. */
  public static final long FINAL = Long.MAX_VALUE;

  /**
   * What makes it the same step when it is heard again.
   *
   * @param fact names it within its payment
   * @param version of two contents of one fact the higher stands, of equals the first
   */
  public record Name(Reference reference, String fact, long version) {}

  /** What happened, and when by the fact's own time, however late it was heard of. */
  public record Content(Kind kind, Instant at, List<Amount> amounts, Telling telling) {
    /** The list is copied. */
    public Content {
      amounts = List.copyOf(amounts);
    }
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
