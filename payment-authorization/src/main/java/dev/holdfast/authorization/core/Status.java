package dev.holdfast.authorization.core;

/** Where an authorization stands, by name. */
public enum Status {
  AWAITING_CARD,
  AUTHORIZING,
  HELD,
  DECLINED,
  ABANDONED,
  CAPTURING,
  CAPTURED,
  CAPTURE_FAILED,
  RELEASING,
  RELEASED,
  EXPIRED,
  REFUNDING
}
