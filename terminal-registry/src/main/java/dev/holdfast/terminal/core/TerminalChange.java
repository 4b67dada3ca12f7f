package dev.holdfast.terminal.core;

/** What a new version of a terminal is about. */
public enum TerminalChange {
  REGISTERED,
  UPDATED,
  BOUND,
  UNBOUND,
  READINESS_CHANGED,
  RETIRED
}
