package dev.holdfast.authorization.stripe;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What the double answers instead of doing as it is told. */
final class StripeRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  final int status;
  final boolean executed;
  private final String type;
  private final String code;
  private final String declineCode;

  private StripeRefusal(
      int status, boolean executed, String type, String code, String declineCode, String message) {
    super(message);
    this.status = status;
    this.executed = executed;
    this.type = type;
    this.code = code;
    this.declineCode = declineCode;
  }

  /** Before anything was executed: it is not kept for the idempotency key. */
  static StripeRefusal invalid(int status, String code, String message) {
    return new StripeRefusal(status, false, "invalid_request_error", code, "", message);
  }

  static StripeRefusal ofState(String code, String message) {
    return new StripeRefusal(400, true, "invalid_request_error", code, "", message);
  }

  static StripeRefusal ofReader(String code) {
    return new StripeRefusal(
        409, true, "invalid_request_error", code, "", "The reader says " + code);
  }

  static StripeRefusal ofBank(String declineCode) {
    return new StripeRefusal(
        402, true, "card_error", "card_declined", declineCode, "The card was declined.");
  }

  static StripeRefusal ofKey() {
    return new StripeRefusal(
        400, false, "idempotency_error", "", "", "The key was used with other parameters");
  }

  static StripeRefusal broken() {
    return new StripeRefusal(500, true, "api_error", "", "", "Something went wrong");
  }

  ObjectNode body() {
    var body = JsonNodeFactory.instance.objectNode();
    var error = body.putObject("error").put("type", type).put("message", getMessage());
    if (!code.isEmpty()) {
      error.put("code", code);
    }
    if (!declineCode.isEmpty()) {
      error.put("decline_code", declineCode);
    }
    return body;
  }
}
