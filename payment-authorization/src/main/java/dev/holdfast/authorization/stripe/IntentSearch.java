package dev.holdfast.authorization.stripe;

/** What became of looking for the intent of a payment. */
sealed interface IntentSearch {
  /** This is it. */
  record Found(String intent) implements IntentSearch {}

  /** There is none, and there will be none: nothing can be held. */
  record None(String reason) implements IntentSearch {}

  /** Nobody knows: ask again. */
  record Unclear(String reason) implements IntentSearch {}
}
