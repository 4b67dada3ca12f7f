package dev.holdfast.faults;

/** A terminal of the drill, and whose cards are held to it. */
record Terminal(String serial, Bank bank, boolean overCommit) {
  String evse() {
    return "NL*HLD*E" + serial;
  }
}
