package dev.holdfast.authorization.gateway;

/** What became of making a terminal read a card. */
public sealed interface Arming {
  /** It reads cards. */
  record Armed() implements Arming {}

  /** It cannot, and will not soon. */
  record Unable(String reason) implements Arming {}

  /** Nobody knows: try again. */
  record Unsure(String reason) implements Arming {}
}
