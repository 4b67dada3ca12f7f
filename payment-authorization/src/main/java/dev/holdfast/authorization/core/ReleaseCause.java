package dev.holdfast.authorization.core;

/** What a hold that is given back was not needed for. */
public enum ReleaseCause {
  /** Settlement, the platform or an operator wants no charge, or the hold came too late. */
  NOT_NEEDED,
  /** The bank refused every rung; the hold must not stay reserved for weeks. */
  CAPTURE_FAILED,
  /**
   * Its time was over before anyone decided what to take. The gateway is told all the same: some
   * keep the money reserved for weeks.
   */
  EXPIRED
}
