package dev.holdfast.simulator.stripe;

import com.fasterxml.jackson.databind.JsonNode;

/** An answer as it is sent, and kept for an idempotency key. */
record Reply(int status, JsonNode body, boolean replayed) {
  static Reply ok(JsonNode body) {
    return new Reply(200, body, false);
  }

  static Reply of(StripeError error) {
    return new Reply(error.status(), error.body(), false);
  }

  Reply again() {
    return new Reply(status, body, true);
  }
}
