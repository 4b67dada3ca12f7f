package dev.holdfast.authorization.gateway;

/** What became of making a terminal read no card any more. */
public sealed interface Disarming {
  /** No hold will come of this payment any more. */
  record Disarmed() implements Disarming {}

  /** A card may still be read and money held: try again before the payment is given up. */
  record Unsure(String reason) implements Disarming {}
}
