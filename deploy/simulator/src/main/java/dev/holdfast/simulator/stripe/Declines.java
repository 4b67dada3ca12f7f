package dev.holdfast.simulator.stripe;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** How a bank's no shows, in the charge and in the intent. */
final class Declines {
  private static final String DECLINED = "card_declined";
  private static final String MESSAGE = "Your card was declined.";

  private Declines() {}

  static ObjectNode in(ObjectNode charge, String reason) {
    charge.put("status", "failed").put("paid", false).put("failure_code", DECLINED);
    charge.put("failure_message", MESSAGE);
    var outcome = charge.withObject("outcome").put("network_status", "declined_by_network");
    outcome.put("reason", reason).put("type", "issuer_declined");
    outcome.put("seller_message", "The bank declined the payment.");
    return charge;
  }

  static ObjectNode error(ObjectNode charge, String reason, ObjectNode card) {
    var error = Json.object().put("charge", charge.path("id").asText()).put("code", DECLINED);
    error.put("decline_code", reason).put("message", MESSAGE).put("type", "card_error");
    var method = error.putObject("payment_method").put("object", "payment_method");
    method.put("id", charge.path("payment_method").asText()).put("type", "card_present");
    method.set("card_present", card);
    return error;
  }
}
