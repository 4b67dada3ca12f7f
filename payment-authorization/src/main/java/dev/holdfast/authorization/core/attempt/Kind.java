package dev.holdfast.authorization.core.attempt;

/** What an attempt at the gateway is for; the captures are named as the rungs of a plan. */
public enum Kind {
  AUTHORIZE,
  CAPTURE,
  OVER_COMMIT,
  WHOLE,
  HOLD,
  RELEASE,
  REFUND;

  /** Does it take money from the card? */
  public boolean captures() {
    return switch (this) {
      case CAPTURE, OVER_COMMIT, WHOLE, HOLD -> true;
      case AUTHORIZE, RELEASE, REFUND -> false;
    };
  }

  /** May it ask for more than was held? */
  public boolean mayExceedHold() {
    return switch (this) {
      case OVER_COMMIT, WHOLE -> true;
      case AUTHORIZE, CAPTURE, HOLD, RELEASE, REFUND -> false;
    };
  }
}
