package dev.holdfast.authorization.stripe;

import dev.holdfast.authorization.core.attempt.Kind;
import java.util.Set;

/**
 * What Stripe is asked to do, and with which words it refuses that for good. Everything else that
 * it may say is of our own making, or passes: the key, its rights, the account, the rate, an
 * outage.
 */
enum Deed {
  /** Makes an intent. The same parameters will be refused again, and no intent was made. */
  CREATE("amount_too_small", "amount_too_large", Code.NONE),
  /** Hands an intent to a reader. */
  PROCESS(
      "terminal_reader_offline",
      "terminal_reader_hardware_fault",
      "terminal_reader_invalid_location_for_payment"),
  /** Asks for more. There is a rung below, so what Stripe has no code for is a refusal, too. */
  INCREMENT(Code.NONE, Code.DECLINED, Code.EXPIRED, Code.TOO_OFTEN),
  /** Takes no more than is held: only the card's bank can refuse that. */
  CAPTURE(Code.DECLINED, Code.EXPIRED),
  /** Takes more than is held. */
  CAPTURE_ABOVE_HOLD("amount_too_large", Code.DECLINED, Code.EXPIRED),
  /** Nobody refuses to give back. */
  CANCEL,
  /** More than is left of the payment is refused without a code. */
  REFUND("charge_already_refunded", "charge_not_refundable", "refund_disputed_payment", Code.NONE),
  /** Reads, or notes something on an intent. */
  LOOK;

  /** A bank's words that mean: not now. */
  private static final Set<String> NOT_NOW =
      Set.of("processing_error", "try_again_later", "issuer_not_available", "reenter_transaction");

  private static final String CARD = "card_error";
  private static final String REQUEST = "invalid_request_error";

  @SuppressWarnings("ImmutableEnumChecker") // a Set.of is not changed once made
  private final Set<String> refusals;

  /** What several are refused with. */
  private static final class Code {
    /** Stripe has none for it. */
    static final String NONE = "";

    static final String DECLINED = "card_declined";
    static final String EXPIRED = "expired_card";
    static final String TOO_OFTEN = "card_decline_rate_limit_exceeded";
  }

  Deed(String... refusals) {
    this.refusals = Set.of(refusals);
  }

  /** Below the rungs that take more than the hold there is one that takes no more. */
  static Deed capturing(Kind kind) {
    return switch (kind) {
      case WHOLE, OVER_COMMIT -> CAPTURE_ABOVE_HOLD;
      case AUTHORIZE, CAPTURE, HOLD, RELEASE, REFUND -> CAPTURE;
    };
  }

  /** Is that error a refusal for good? Only of the bank or of the request itself it can be one. */
  boolean isRefusedBy(int status, String type, String code, String declineCode) {
    return switch (type) {
      case CARD -> status == 402 && refusals.contains(code) && !NOT_NOW.contains(declineCode);
      case REQUEST -> status == 400 && refusals.contains(code);
      default -> false;
    };
  }
}
