package dev.holdfast.authorization.gateway;

import dev.holdfast.authorization.core.Card;

/** What became of waiting for a card. */
public sealed interface Reading {
  /** This card was presented. */
  record Seen(Card card) implements Reading {}

  /** None yet. */
  record NotYet() implements Reading {}

  /** The gateway gave no certain answer: ask again. */
  record Unsure(String reason) implements Reading {}
}
