package dev.holdfast.authorization.core.attempt;

/** What became of an attempt. */
public enum Outcome {
  /** Written before the call: it may or may not have reached the gateway. */
  SENT,
  APPROVED,
  REFUSED,
  /** Called, or looked up, without a certain answer. */
  UNKNOWN;

  /** Must the gateway still be asked what became of it? */
  public boolean isOpen() {
    return switch (this) {
      case SENT, UNKNOWN -> true;
      case APPROVED, REFUSED -> false;
    };
  }
}
