package dev.holdfast.authorization.gateway;

import dev.holdfast.authorization.core.Card;
import org.jspecify.annotations.Nullable;

/** What became of waiting for a card. */
public sealed interface CardPoll {
  /**
   * This card was presented.
   *
   * @param before what the gateway shows before its bank is asked, for the look-up of that call;
   *     null where the adapter needs none
   */
  record Seen(Card card, @Nullable String before) implements CardPoll {
    /** Where the look-up needs nothing to compare with. */
    public Seen(Card card) {
      this(card, null);
    }
  }

  /** What was presented has no bank behind it: the payment ends. */
  record NoBankCard(String reason) implements CardPoll {}

  /** None yet. */
  record NotYet() implements CardPoll {}

  /** The gateway gave no certain answer: ask again. */
  record Unsure(String reason) implements CardPoll {}
}
