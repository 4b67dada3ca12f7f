package dev.holdfast.authorization.core;

import org.jspecify.annotations.Nullable;

/** All that is ever known of a card: its scheme and the last four digits of its number. */
public record Card(@Nullable String scheme, @Nullable String lastFour) {
  public Card {
    if (lastFour != null && !lastFour.matches("[0-9]{4}")) {
      throw new IllegalArgumentException("lastFour must be exactly four digits");
    }
  }
}
