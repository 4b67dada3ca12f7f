package dev.holdfast.settlement.core;

import dev.holdfast.settlement.core.payment.Settlement;

/** What a version of a settlement changed. */
public enum Change {
  HOLD_KNOWN,
  SESSION_STARTED,
  SESSION_CLOSED,
  DECIDED,
  SETTLED,
  CORRECTED,
  ATTENTION,
  RESOLVED;

  /**
   * A person's act says so. A settlement that came to stand elsewhere says so; else it says what it
   * heard of.
   */
  static Change of(boolean standsElsewhere, Settlement after, Command command) {
    if (!standsElsewhere || command instanceof Command.OfPerson) {
      return heard(command);
    }
    return switch (after.status()) {
      case DECIDED -> DECIDED;
      case SETTLED -> SETTLED;
      case CORRECTING -> CORRECTED;
      case ATTENTION -> ATTENTION;
      case AWAITING_SESSION, AWAITING_HOLD -> heard(command);
    };
  }

  private static Change heard(Command command) {
    return switch (command) {
      case Command.HoldChanged hold -> HOLD_KNOWN;
      case Command.HoldPending pending -> HOLD_KNOWN;
      case Command.SessionStarted started -> SESSION_STARTED;
      case Command.SessionClosed closed -> SESSION_CLOSED;
      case Command.SessionElsewhere elsewhere -> SESSION_CLOSED;
      case Command.OfPerson said -> RESOLVED;
      case Command.Overdue overdue -> DECIDED;
    };
  }
}
