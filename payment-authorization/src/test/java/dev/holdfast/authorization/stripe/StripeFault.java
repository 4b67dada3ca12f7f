package dev.holdfast.authorization.stripe;

import java.util.Optional;

/** What goes wrong with the next call of one operation. */
public enum StripeFault {
  /** Answers 500, does nothing, and replays that 500 for the key. */
  FAIL,
  /** Acts, and answers 500 all the same. */
  ACT_THEN_FAIL,
  /** Acts, and answers when nobody waits any more. */
  ACT_THEN_ANSWER_LATE,
  /** Closes the connection without acting. */
  DROP,
  /** Closes the connection; the call reaches Stripe later, when the test says so. */
  ARRIVE_LATE,
  /** 429. */
  TOO_MANY,
  /** 429, too: another call is at the same object. */
  LOCKED,
  /** 409: the same call is still under way. */
  KEY_IN_USE,
  /** A search does not know yet what was created. */
  NOT_INDEXED,
  /** The key is not accepted: 401. */
  UNAUTHORIZED,
  READER_BUSY,
  READER_TIMEOUT,
  READER_OFFLINE;

  /** What is refused before anything else is looked at. */
  Optional<StripeRefusal> atTheDoor() {
    return switch (this) {
      case TOO_MANY -> Optional.of(StripeRefusal.invalid(429, "rate_limit", "Too many requests"));
      case LOCKED -> Optional.of(StripeRefusal.invalid(429, "lock_timeout", "Object is locked"));
      case KEY_IN_USE ->
          Optional.of(StripeRefusal.invalid(409, "idempotency_key_in_use", "It is under way"));
      case UNAUTHORIZED ->
          Optional.of(
              StripeRefusal.invalid(401, "", "Invalid API Key: " + StripeDouble.SECRET_KEY));
      case FAIL,
          ACT_THEN_FAIL,
          ACT_THEN_ANSWER_LATE,
          DROP,
          ARRIVE_LATE,
          NOT_INDEXED,
          READER_BUSY,
          READER_TIMEOUT,
          READER_OFFLINE ->
          Optional.empty();
    };
  }
}
