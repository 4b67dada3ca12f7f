package dev.holdfast.scenarios;

import java.util.Map;

/** The card that is tapped, by how its bank behaves. */
enum Card {
  GRANTS_EVERYTHING(Map.of("profile", "APPROVE_ALL")),
  DECLINES(Map.of("profile", "DECLINE")),
  OF_A_CHARGING_NETWORK(Map.of("profile", "APPROVE_ALL", "medium", "PROPRIETARY")),
  GRANTS_HALF(Map.of("profile", "PARTIAL", "partialPercent", 50)),
  GRANTS_HALF_ON_MASTERCARD(
      Map.of("profile", "PARTIAL", "partialPercent", 50, "scheme", "MASTERCARD")),
  HOLDS_FOR_TWO_SECONDS(Map.of("profile", "APPROVE_ALL", "validForSeconds", 2)),
  REFUSES_ABOVE_HOLD(Map.of("profile", "REFUSE_ABOVE_HOLD")),
  ALLOWS_OVER_COMMIT(Map.of("profile", "OVER_COMMIT", "overCommitPercent", 50)),
  GRANTS_EVERYTHING_AT_STRIPE(Map.of("bank", "APPROVES")),
  WANTS_PIN_AT_STRIPE(Map.of("bank", "WANTS_PIN"));

  @SuppressWarnings("ImmutableEnumChecker") // a Map.of is not changed once made
  private final Map<String, Object> tap;

  Card(Map<String, Object> tap) {
    this.tap = tap;
  }

  /** Is it tapped at a reader of Stripe, and not at a terminal of Payter? */
  boolean isAtStripe() {
    return tap.containsKey("bank");
  }

  Map<String, Object> tap() {
    return tap;
  }
}
