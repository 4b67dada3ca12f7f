package dev.holdfast.faults;

import java.util.Map;

/**
 * The bank behind every card that is held to a terminal: a card that waits there too long may be
 * read for the next driver.
 */
enum Bank {
  GRANTS_EVERYTHING(Map.of("profile", "APPROVE_ALL")),
  REFUSES_ABOVE_HOLD(Map.of("profile", "REFUSE_ABOVE_HOLD")),
  ALLOWS_OVER_COMMIT(Map.of("profile", "OVER_COMMIT", "overCommitPercent", 50)),
  DECLINES(Map.of("profile", "DECLINE"));

  @SuppressWarnings("ImmutableEnumChecker") // a Map.of is not changed once made
  private final Map<String, Object> card;

  Bank(Map<String, Object> card) {
    this.card = card;
  }

  /** The card, as the simulator takes it. */
  Map<String, Object> card() {
    return card;
  }

  /** What can be taken of a hold for a session that cost so much; both in cents. */
  long takes(long totalCents, long holdCents) {
    return switch (this) {
      case GRANTS_EVERYTHING, ALLOWS_OVER_COMMIT -> totalCents;
      case REFUSES_ABOVE_HOLD -> Math.min(totalCents, holdCents);
      case DECLINES -> 0;
    };
  }
}
