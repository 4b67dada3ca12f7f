package dev.holdfast.authorization.core;

/** What must be done next for an authorization, without anyone asking. */
public enum Work {
  /** Arm the terminal and wait for a card. */
  READ_CARD,
  /** Call the gateway with the attempt that was written. */
  SEND,
  /** Ask the gateway what became of the open attempt. */
  LOOK_UP,
  /** Let the hold lapse. */
  LAPSE
}
