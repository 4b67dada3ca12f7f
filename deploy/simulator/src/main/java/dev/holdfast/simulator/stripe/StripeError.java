package dev.holdfast.simulator.stripe;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What is answered in place of doing as one is told, in the shape of Stripe's errors. */
final class StripeError extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int CONTENT = 400;
  private static final String INVALID = "invalid_request_error";

  private final int status;
  private final boolean begun;
  private final String type;
  private final String code;
  private final String declineCode;

  /**
   * As given.
   *
   * @param begun had execution begun, so that the answer is kept for the idempotency key?
   */
  StripeError(
      int status, boolean begun, String type, String code, String declineCode, String message) {
    super(message);
    this.status = status;
    this.begun = begun;
    this.type = type;
    this.code = code;
    this.declineCode = declineCode;
  }

  /** Wrong in itself: nothing was begun. */
  static StripeError invalid(String code, String message) {
    return new StripeError(CONTENT, false, INVALID, code, "", message);
  }

  static StripeError missing(String what, String id) {
    return new StripeError(
        404, false, INVALID, "resource_missing", "", "No such %s: '%s'".formatted(what, id));
  }

  static StripeError noKey() {
    return new StripeError(401, false, INVALID, "", "", "Invalid API Key provided");
  }

  static StripeError noSuchAddress(String address) {
    return new StripeError(
        404, false, INVALID, "", "", "Unrecognized request URL (%s).".formatted(address));
  }

  /** The object is not in the state for it. */
  static StripeError ofState(String code, String message) {
    return new StripeError(CONTENT, true, INVALID, code, "", message);
  }

  static StripeError ofReader(String code) {
    return new StripeError(CONTENT, true, INVALID, code, "", "The reader cannot do it: " + code);
  }

  static StripeError ofBank(String declineCode) {
    return new StripeError(
        402, true, "card_error", "card_declined", declineCode, "Your card was declined.");
  }

  static StripeError keyReused() {
    return new StripeError(
        CONTENT,
        false,
        "idempotency_error",
        "",
        "",
        "Keys for idempotent requests can only be used with the same parameters and endpoint they"
            + " were first used with.");
  }

  static StripeError keyInUse() {
    return new StripeError(
        409,
        false,
        "idempotency_error",
        "idempotency_key_in_use",
        "",
        "There is another request under way with this key.");
  }

  static StripeError tooMany() {
    return new StripeError(
        429, false, INVALID, "rate_limit", "", "Request rate limit exceeded. Try again later.");
  }

  static StripeError broken() {
    return new StripeError(500, true, "api_error", "", "", "An unknown error occurred");
  }

  /** Of the doors that control the simulator. */
  static StripeError badControl(String message) {
    return new StripeError(CONTENT, false, "simulator", "", "", message);
  }

  boolean isBegun() {
    return begun;
  }

  int status() {
    return status;
  }

  ObjectNode body() {
    var body = Json.object();
    var error = body.putObject("error");
    putUnlessEmpty(error, "code", code);
    putUnlessEmpty(error, "decline_code", declineCode);
    error.put("message", getMessage()).put("type", type);
    return body;
  }

  private static void putUnlessEmpty(ObjectNode error, String name, String text) {
    if (!text.isEmpty()) {
      error.put(name, text);
    }
  }
}
