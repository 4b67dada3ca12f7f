package dev.holdfast.simulator.payter;

/** Sessions live on in the cloud, so a terminal with an open session is IDLE again. */
enum TerminalState {
  IDLE,
  /** A card may be held to it. */
  READING,
  /** It has read one. */
  CARD
}
