package dev.holdfast.settlement.core.payment;

/** How to move money at the gateway. */
public enum Method {
  /** Take an amount within the hold. */
  CAPTURE,
  /** Take more than the hold by the gateway's own means. */
  OVER_COMMIT,
  /** Take more than the hold as a plain capture, which many banks refuse. */
  WHOLE,
  /** Take what was authorized. */
  HOLD,
  /** Give the hold back. */
  RELEASE,
  /** Pay back what was captured. */
  REFUND
}
