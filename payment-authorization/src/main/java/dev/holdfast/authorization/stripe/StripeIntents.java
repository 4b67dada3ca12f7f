package dev.holdfast.authorization.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.authorization.core.attempt.Answer;
import dev.holdfast.authorization.core.attempt.Answer.Approved;
import dev.holdfast.authorization.core.attempt.Answer.NotActed;
import dev.holdfast.authorization.core.attempt.Answer.Refused;
import dev.holdfast.authorization.core.attempt.Answer.Taken;
import dev.holdfast.authorization.core.attempt.Answer.Unknown;
import dev.holdfast.authorization.gateway.DeclineCodes;
import dev.holdfast.authorization.gateway.GatewayCall;
import dev.holdfast.authorization.gateway.HoldValidity;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;

/**
 * What a payment intent says of a call. It is the only witness: an intent is held, captured and
 * cancelled once, so its state answers for whatever was sent.
 */
@ApplicationScoped
class StripeIntents {
  private final HoldValidity validity;
  private final StripeCurrencies currencies;
  private final Clock clock;

  StripeIntents(HoldValidity validity, StripeCurrencies currencies, Clock clock) {
    this.validity = validity;
    this.currencies = currencies;
    this.clock = clock;
  }

  /** Judges a call by its intent. */
  Answer judge(GatewayCall call, JsonNode json) {
    var intent = Intent.of(json);
    var currency = call.attempt().amount().getCurrencyUnit();
    if (!intent.currency().equalsIgnoreCase(currency.getCode())) {
      return new Unknown("The intent %s is not in %s".formatted(intent.id(), currency));
    }
    return switch (call.attempt().kind()) {
      case AUTHORIZE -> authorized(call, intent);
      case CAPTURE, OVER_COMMIT, WHOLE, HOLD -> captured(call, intent);
      case RELEASE -> released(call, intent);
      case REFUND -> new Unknown("An intent does not tell one refund from another");
    };
  }

  private Answer authorized(GatewayCall call, Intent intent) {
    return switch (intent.status()) {
      case REQUIRES_CAPTURE -> approved(call, intent, intent.capturable());
      // By somebody else: whoever captures later is told how much was taken.
      case SUCCEEDED -> approved(call, intent, intent.received());
      case REQUIRES_PAYMENT_METHOD ->
          intent
              .ending()
              .<Answer>map(why -> new Refused(DeclineCodes.kindIn(why), why))
              .orElseGet(() -> new NotActed("No card was presented"));
      case CANCELED -> cancelled(intent);
      case REQUIRES_CONFIRMATION, REQUIRES_ACTION, PROCESSING, OTHER -> undecided(intent);
    };
  }

  private Answer captured(GatewayCall call, Intent intent) {
    return switch (intent.status()) {
      case SUCCEEDED -> approved(call, intent, intent.received());
      case REQUIRES_CAPTURE -> new NotActed("The payment is still open");
      case CANCELED -> cancelled(intent);
      case REQUIRES_PAYMENT_METHOD, REQUIRES_CONFIRMATION, REQUIRES_ACTION, PROCESSING, OTHER ->
          undecided(intent);
    };
  }

  private Answer released(GatewayCall call, Intent intent) {
    return switch (intent.status()) {
      case CANCELED -> new Approved(intent.id(), call.attempt().amount(), expiry(call, intent));
      case REQUIRES_CAPTURE -> new NotActed("The payment is still open");
      case SUCCEEDED -> taken(call, intent);
      case REQUIRES_PAYMENT_METHOD, REQUIRES_CONFIRMATION, REQUIRES_ACTION, PROCESSING, OTHER ->
          undecided(intent);
    };
  }

  private Answer approved(GatewayCall call, Intent intent, long units) {
    var currency = call.attempt().amount().getCurrencyUnit();
    var amount = currencies.toMoney(currency, units, call.tap().at());
    return new Approved(intent.id(), amount, expiry(call, intent));
  }

  private Answer taken(GatewayCall call, Intent intent) {
    var currency = call.attempt().amount().getCurrencyUnit();
    var amount = currencies.toMoney(currency, intent.received(), call.tap().at());
    return new Taken(intent.id(), amount);
  }

  private Instant expiry(GatewayCall call, Intent intent) {
    return intent
        .captureBefore()
        .orElseGet(() -> validity.expiry(call.tap().reader().vendor(), clock.instant()));
  }

  private static Answer cancelled(Intent intent) {
    return new Refused("The payment is cancelled: " + intent.ending().orElse("no reason given"));
  }

  private static Answer undecided(Intent intent) {
    return new Unknown("The payment is " + intent.status());
  }
}
