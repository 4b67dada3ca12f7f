package dev.holdfast.scenarios;

import java.util.Map;

/** The card that is tapped, by how its bank behaves. */
enum Card {
  GRANTS_EVERYTHING(Map.of("profile", "APPROVE_ALL")),
  DECLINES(Map.of("profile", "DECLINE")),
  OF_A_CHARGING_NETWORK(Map.of("profile", "APPROVE_ALL", "medium", "PROPRIETARY")),
  GRANTS_HALF(Map.of("profile", "PARTIAL", "partialPercent", 50)),
  HOLDS_FOR_TWO_SECONDS(Map.of("profile", "APPROVE_ALL", "validForSeconds", 2)),
  REFUSES_ABOVE_HOLD(Map.of("profile", "REFUSE_ABOVE_HOLD")),
  ALLOWS_OVER_COMMIT(Map.of("profile", "OVER_COMMIT", "overCommitPercent", 50));

  @SuppressWarnings("ImmutableEnumChecker") // a Map.of is not changed once made
  private final Map<String, Object> tap;

  Card(Map<String, Object> tap) {
    this.tap = tap;
  }

  Map<String, Object> tap() {
    return tap;
  }
}
