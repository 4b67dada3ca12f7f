package dev.holdfast.authorization.stripe;

import dev.holdfast.testkit.SimulatedStripe;
import java.util.Map;

/** What goes wrong with the next call of one endpoint, as the simulator is told. */
public enum StripeFault {
  /** Answers 500, does nothing, and replays that 500 for the key. */
  FAIL(Map.of("kind", "FAIL")),
  /** Acts, and answers 500 all the same. */
  ACT_THEN_FAIL(Map.of("kind", "ACT_THEN_FAIL")),
  /** Acts, and answers when nobody waits any more. */
  ACT_THEN_ANSWER_LATE(Map.of("kind", "ANSWER_LATE", "delayMillis", 4000)),
  /** Closes the connection without acting. */
  DROP(Map.of("kind", "DROP")),
  /** Closes the connection; the call reaches Stripe later, when the test says so. */
  ARRIVE_LATE(Map.of("kind", "ARRIVE_LATE")),
  TOO_MANY(refusal(429, "invalid_request_error", "rate_limit")),
  /** Another call is at the same object. */
  LOCKED(refusal(429, "invalid_request_error", "lock_timeout")),
  /** The same call is still under way. */
  KEY_IN_USE(refusal(409, "idempotency_error", "idempotency_key_in_use")),
  /** A search does not know yet what was created. */
  NOT_INDEXED(Map.of("kind", "FINDS_NOTHING")),
  /** The key is not accepted, and repeated. */
  UNAUTHORIZED(
      Map.of(
          "kind",
          "REFUSE",
          "status",
          401,
          "message",
          "Invalid API Key: " + SimulatedStripe.TEST_KEY)),
  READER_BUSY(refusal(400, "invalid_request_error", "terminal_reader_busy")),
  READER_TIMEOUT(refusal(400, "invalid_request_error", "terminal_reader_timeout")),
  READER_OFFLINE(refusal(400, "invalid_request_error", "terminal_reader_offline"));

  @SuppressWarnings("ImmutableEnumChecker") // a Map.of is not changed once made
  final Map<String, Object> order;

  StripeFault(Map<String, Object> order) {
    this.order = order;
  }

  static Map<String, Object> refusal(int status, String type, String code) {
    return Map.of("kind", "REFUSE", "status", status, "type", type, "code", code);
  }
}
