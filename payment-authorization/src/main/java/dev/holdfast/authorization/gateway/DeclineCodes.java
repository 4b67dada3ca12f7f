package dev.holdfast.authorization.gateway;

import static dev.holdfast.authorization.core.attempt.DeclineKind.CARD_BLOCKED;
import static dev.holdfast.authorization.core.attempt.DeclineKind.EXPIRED_CARD;
import static dev.holdfast.authorization.core.attempt.DeclineKind.FUNDS;
import static dev.holdfast.authorization.core.attempt.DeclineKind.ISSUER_DOWN;
import static dev.holdfast.authorization.core.attempt.DeclineKind.NOT_PERMITTED;
import static dev.holdfast.authorization.core.attempt.DeclineKind.PIN_NEEDED;
import static dev.holdfast.authorization.core.attempt.DeclineKind.READ_ERROR;
import static dev.holdfast.authorization.core.attempt.DeclineKind.TRY_OTHER_CARD;
import static java.util.Map.entry;

import dev.holdfast.authorization.core.attempt.DeclineKind;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/**
 * What sort of refusal the code of a gateway tells of. The codes are those that Stripe publishes
 * (docs.stripe.com/declines/codes); other vendors name the same reasons of the banks alike. A code
 * that is not here tells a driver nothing, as {@code do_not_honor} does not.
 */
public final class DeclineCodes {
  private static final Map<String, DeclineKind> KINDS =
      Map.ofEntries(
          entry("authentication_required", PIN_NEEDED),
          entry("offline_pin_required", PIN_NEEDED),
          entry("online_or_offline_pin_required", PIN_NEEDED),
          entry("pin_required", PIN_NEEDED),
          entry("insufficient_funds", FUNDS),
          entry("card_velocity_exceeded", FUNDS),
          entry("withdrawal_count_limit_exceeded", FUNDS),
          entry("fraudulent", CARD_BLOCKED),
          entry("lost_card", CARD_BLOCKED),
          entry("pickup_card", CARD_BLOCKED),
          entry("pin_try_exceeded", CARD_BLOCKED),
          entry("restricted_card", CARD_BLOCKED),
          entry("revocation_of_all_authorizations", CARD_BLOCKED),
          entry("security_violation", CARD_BLOCKED),
          entry("stolen_card", CARD_BLOCKED),
          entry("expired_card", EXPIRED_CARD),
          entry("invalid_amount", NOT_PERMITTED),
          entry("not_permitted", NOT_PERMITTED),
          entry("service_not_allowed", NOT_PERMITTED),
          entry("transaction_not_allowed", NOT_PERMITTED),
          entry("card_not_supported", TRY_OTHER_CARD),
          entry("currency_not_supported", TRY_OTHER_CARD),
          entry("invalid_account", TRY_OTHER_CARD),
          entry("issuer_not_available", ISSUER_DOWN),
          entry("reenter_transaction", ISSUER_DOWN),
          entry("try_again_later", ISSUER_DOWN),
          entry("card_read_timed_out", READ_ERROR));

  private DeclineCodes() {}

  /** The kind that a reason tells which begins with a code, and perhaps a second one. */
  public static DeclineKind kindIn(String reason) {
    return Arrays.stream(reason.strip().split(" ", 3))
        .limit(2)
        .map(DeclineCodes::kindOf)
        .filter(kind -> kind != DeclineKind.OTHER)
        .findFirst()
        .orElse(DeclineKind.OTHER);
  }

  /** The kind that a code tells, in whatever case it is written. */
  public static DeclineKind kindOf(String code) {
    return KINDS.getOrDefault(code.strip().toLowerCase(Locale.ROOT), DeclineKind.OTHER);
  }
}
