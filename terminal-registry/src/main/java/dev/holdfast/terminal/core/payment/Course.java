package dev.holdfast.terminal.core.payment;

/** How a payment goes, as far as its terminal is concerned. */
public enum Course {
  /** No card was presented yet. */
  WAITING,
  /** A card was read; its bank is being asked. */
  AUTHORIZING,
  /** The bank holds the money. */
  HELD,
  /** Money is being taken. */
  CAPTURING,
  /** The hold is being given back. */
  RELEASING,
  /** A part of what was taken, or all of it, is being paid back. */
  REFUNDING,
  /** Money was taken, or the hold was given back: the card worked. */
  GOOD,
  /** The bank said no, or could not be asked while the driver stood there. */
  DECLINED,
  /** No card came in time, or none was wanted any more. */
  ABANDONED,
  /** There was a hold, and taking money from it was refused. */
  FAILED,
  /** The hold was over before anyone decided what to take. */
  EXPIRED;

  /** Has the card been judged? */
  public boolean isJudged() {
    return switch (this) {
      case HELD, CAPTURING, RELEASING, REFUNDING, GOOD, DECLINED, FAILED, EXPIRED -> true;
      case WAITING, AUTHORIZING, ABANDONED -> false;
    };
  }

  /** Did it end other than the driver wished, for a reason of the card, the bank or the gateway? */
  public boolean wentWrong() {
    return switch (this) {
      case DECLINED, FAILED -> true;
      case WAITING, AUTHORIZING, HELD, CAPTURING, RELEASING, REFUNDING, GOOD, ABANDONED, EXPIRED ->
          false;
    };
  }

  /** Is the gateway being asked to do something? */
  public boolean isMoving() {
    return switch (this) {
      case AUTHORIZING, CAPTURING, RELEASING, REFUNDING -> true;
      case WAITING, HELD, GOOD, DECLINED, ABANDONED, FAILED, EXPIRED -> false;
    };
  }

  /** Is money of the card holder held or on its way? */
  public boolean isUnderWay() {
    return this == HELD || isMoving();
  }

  /** Was it good, whatever is being paid back afterwards? */
  boolean wasGood() {
    return this == GOOD || this == REFUNDING;
  }
}
