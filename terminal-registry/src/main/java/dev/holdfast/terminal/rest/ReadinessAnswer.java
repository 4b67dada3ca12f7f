package dev.holdfast.terminal.rest;

/** May a terminal take a card, the vendor's status included? */
enum ReadinessAnswer {
  READY,
  NOT_READY;

  static ReadinessAnswer of(boolean ready) {
    return ready ? READY : NOT_READY;
  }
}
