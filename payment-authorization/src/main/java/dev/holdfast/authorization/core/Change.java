package dev.holdfast.authorization.core;

/** What a new version of an authorization is about. */
public enum Change {
  REQUESTED,
  CARD_READ,
  HELD,
  DECLINED,
  ABANDONED,
  CAPTURE_STARTED,
  ATTEMPT_ANSWERED,
  CAPTURED,
  CAPTURE_FAILED,
  RELEASE_STARTED,
  RELEASED,
  EXPIRING,
  EXPIRED,
  REFUND_STARTED,
  REFUNDED,
  ATTENTION
}
