package dev.holdfast.authorization.core;

/** Where an authorization stands, by name. */
public enum Status {
  AWAITING_CARD,
  GIVING_UP,
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
  REFUNDING;

  /** Does the driver still wait to know whether there is a hold? */
  public boolean isUndecided() {
    return switch (this) {
      case AWAITING_CARD, AUTHORIZING -> true;
      case GIVING_UP,
          HELD,
          DECLINED,
          ABANDONED,
          CAPTURING,
          CAPTURED,
          CAPTURE_FAILED,
          RELEASING,
          RELEASED,
          EXPIRED,
          REFUNDING ->
          false;
    };
  }
}
