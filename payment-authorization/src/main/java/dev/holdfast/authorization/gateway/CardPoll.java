package dev.holdfast.authorization.gateway;

import dev.holdfast.authorization.core.Card;

/** What became of waiting for a card. */
public sealed interface CardPoll {
  /** This card was presented. */
  record Seen(Card card) implements CardPoll {}

  /** None yet. */
  record NotYet() implements CardPoll {}

  /** The gateway gave no certain answer: ask again. */
  record Unsure(String reason) implements CardPoll {}
}
