package dev.holdfast.settlement.core.payment;

/** How a session was paid. */
public enum Outcome {
  /** The whole total was captured. */
  FULL,
  /** The whole total was captured above the hold, by over-commit. */
  OVER_COMMITTED,
  /** Less than the total could be captured; the rest is shortfall. */
  HOLD_ONLY,
  /** Nothing, or less than a gateway takes, was to be paid. */
  NOTHING_DUE,
  /** There was no hold any more, or never one; the whole total is shortfall. */
  NOT_COVERED,
  /** The hold stood, and every way to capture was refused; the whole total is shortfall. */
  FAILED
}
