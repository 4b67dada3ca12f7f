package dev.holdfast.authorization.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.UUID;

/**
 * All that is taken from a callback: whose news it is. What the news are is read from the object.
 *
 * @param reference empty where the object does not name our payment, as a reader's action
 */
record StripeEvent(boolean live, Optional<String> intent, Optional<UUID> reference) {

  /** Empty if this is no event of Stripe's. */
  static Optional<StripeEvent> of(JsonNode json) {
    var object = json.path("data").path("object");
    if (!"event".equals(json.path("object").asText()) || !object.path("object").isTextual()) {
      return Optional.empty();
    }
    return Optional.of(
        new StripeEvent(
            json.path("livemode").asBoolean(),
            intent(object),
            reference(object.path("metadata").path("reference").asText())));
  }

  /** One of API v2, which shows nothing of its object. Refused, Stripe would send it for days. */
  static boolean isThin(JsonNode json) {
    return "v2.core.event".equals(json.path("object").asText());
  }

  private static Optional<String> intent(JsonNode object) {
    var intent =
        switch (object.path("object").asText()) {
          case "payment_intent" -> object.path("id");
          case "charge", "refund" -> object.path("payment_intent");
          case "terminal.reader" ->
              object.path("action").path("process_payment_intent").path("payment_intent");
          default -> object.path("none of ours");
        };
    return Optional.of(intent).filter(JsonNode::isTextual).map(JsonNode::asText);
  }

  private static Optional<UUID> reference(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }
}
