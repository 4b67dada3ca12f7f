package dev.holdfast.authorization.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.holdfast.authorization.core.Card;
import java.time.Instant;
import java.util.Optional;

/**
 * What is read of a payment intent; amounts are in Stripe's units.
 *
 * @param capturable what is held and can be captured
 * @param received what was captured
 * @param ending why it was declined or cancelled, if it was
 * @param captureBefore when the hold lapses, where Stripe says so
 * @param incrementable may more be asked for? True where Stripe does not say
 */
record Intent(
    String id,
    Status status,
    String currency,
    long capturable,
    long received,
    Optional<String> ending,
    Card card,
    Optional<Instant> captureBefore,
    boolean incrementable) {

  /** As Stripe names them; what it may add later is OTHER. */
  enum Status {
    REQUIRES_PAYMENT_METHOD,
    REQUIRES_CONFIRMATION,
    REQUIRES_ACTION,
    PROCESSING,
    REQUIRES_CAPTURE,
    SUCCEEDED,
    CANCELED,
    OTHER;

    static Status of(String text) {
      for (var known : values()) {
        if (known.name().equalsIgnoreCase(text)) {
          return known;
        }
      }
      return OTHER;
    }
  }

  /**
   * Reads an intent whose latest charge was asked for with it.
   *
   * @throws IllegalArgumentException if it is none
   */
  static Intent of(JsonNode json) {
    if (!"payment_intent".equals(json.path("object").asText()) || !json.path("id").isTextual()) {
      throw new IllegalArgumentException("Stripe's answer is not a payment intent");
    }
    var error = json.path("last_payment_error");
    var presented = card(json.path("latest_charge"));
    return new Intent(
        json.path("id").asText(),
        Status.of(json.path("status").asText()),
        json.path("currency").asText(),
        amount(json, "amount_capturable"),
        amount(json, "amount_received"),
        ending(json, error),
        toCard(presented.isObject() ? presented : card(error.path("payment_method"))),
        Optional.of(presented.path("capture_before"))
            .filter(JsonNode::isIntegralNumber)
            .map(seconds -> Instant.ofEpochSecond(seconds.longValue())),
        presented.path("incremental_authorization_supported").asBoolean(true));
  }

  /** Is the money held, or taken already? */
  boolean isHeld() {
    return switch (status) {
      case REQUIRES_CAPTURE, SUCCEEDED -> true;
      case REQUIRES_PAYMENT_METHOD,
          REQUIRES_CONFIRMATION,
          REQUIRES_ACTION,
          PROCESSING,
          CANCELED,
          OTHER ->
          false;
    };
  }

  /**
   * Has a charge failed? That ends the payment only once the reader has done with it: the bank of a
   * contactless card may want the PIN, and then the reader asks for card and PIN.
   */
  boolean hasFailed() {
    return status == Status.REQUIRES_PAYMENT_METHOD && ending.isPresent();
  }

  private static long amount(JsonNode json, String field) {
    var amount = json.path(field);
    if (!amount.isIntegralNumber() || !amount.canConvertToLong()) {
      throw new IllegalArgumentException("The payment intent shows no " + field);
    }
    return amount.longValue();
  }

  private static Optional<String> ending(JsonNode json, JsonNode error) {
    if (error.isObject()) {
      return Optional.of(Reply.reason(error, "declined"));
    }
    return failed(json.path("latest_charge"))
        .or(() ->
            Optional.of(json.path("cancellation_reason"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText));
  }

  /** A cancelled intent shows no error any more, but its charge still says why it failed. */
  private static Optional<String> failed(JsonNode charge) {
    return Optional.of(charge.path("failure_code"))
        .filter(JsonNode::isTextual)
        .map(code ->
            Reply.reason(
                JsonNodeFactory.instance
                    .objectNode()
                    .put("code", code.asText())
                    .put("decline_code", charge.path("outcome").path("reason").asText(""))
                    .put("message", charge.path("failure_message").asText("")),
                "declined"));
  }

  /** A charge shows the card below its details, a payment method directly. */
  private static JsonNode card(JsonNode charged) {
    var details = charged.path("payment_method_details");
    return (details.isObject() ? details : charged).path("card_present");
  }

  /** Brand and last four are all that is kept of what Stripe tells of a card. */
  private static Card toCard(JsonNode presented) {
    var brand = presented.path("brand").asText("");
    var lastFour = presented.path("last4").asText("");
    return new Card(
        brand.matches("[A-Za-z _-]{1,30}") ? brand : null,
        lastFour.matches("[0-9]{4}") ? lastFour : null);
  }
}
