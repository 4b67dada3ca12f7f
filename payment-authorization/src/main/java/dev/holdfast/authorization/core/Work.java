package dev.holdfast.authorization.core;

/** What must be done next for an authorization, without anyone asking. */
public enum Work {
  /** Arm the terminal and wait for a card. */
  READ_CARD,
  /** Make the terminal read no card any more. */
  DISARM,
  /** Call the gateway with the attempt that was written. */
  SEND,
  /** Ask the gateway what became of the open attempt. */
  LOOK_UP,
  /** Let the hold lapse. */
  LAPSE;

  /**
   * What is left to do should whoever has claimed this not end it: what may have been sent is never
   * sent again without a look-up.
   */
  public Work ifAbandoned() {
    return switch (this) {
      case SEND, LOOK_UP -> LOOK_UP;
      case READ_CARD, DISARM, LAPSE -> this;
    };
  }
}
