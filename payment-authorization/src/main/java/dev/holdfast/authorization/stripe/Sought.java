package dev.holdfast.authorization.stripe;

/** What became of looking for the intent of a payment. */
sealed interface Sought {
  /** This is it. */
  record Found(String intent) implements Sought {}

  /** There is none, and there will be none: nothing can be held. */
  record None(String reason) implements Sought {}

  /** Nobody knows: ask again. */
  record Unclear(String reason) implements Sought {}
}
