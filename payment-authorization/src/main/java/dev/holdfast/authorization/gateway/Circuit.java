package dev.holdfast.authorization.gateway;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Does a vendor's cloud answer? After so many calls in a row without an answer the circuit is open:
 * then one call at a time finds out, each a pause after the last, until one is answered.
 */
public final class Circuit {
  private final int failuresToOpen;
  private final Duration pause;
  private final Clock clock;
  private final Runnable onClosed;
  private int failures;
  private Instant nextTry = Instant.MIN;

  Circuit(int failuresToOpen, Duration pause, Clock clock, Runnable onClosed) {
    this.failuresToOpen = failuresToOpen;
    this.pause = pause;
    this.clock = clock;
    this.onClosed = onClosed;
  }

  /** It answered, whatever it said. */
  void answered() {
    if (close()) {
      onClosed.run();
    }
  }

  private synchronized boolean close() {
    var wasOpen = isOpen();
    failures = 0;
    return wasOpen;
  }

  /** No connection, no answer in time, or a server error. */
  public synchronized void failed() {
    failures++;
    if (failures == failuresToOpen) {
      nextTry = clock.instant().plus(pause);
    } else {
      waitAnew();
    }
  }

  /** Is nothing to be sent now, but for the one call that finds out? */
  public synchronized boolean isOpen() {
    return failures >= failuresToOpen;
  }

  /** How many of so many calls may be made now. */
  public synchronized int permits(int wanted) {
    if (!isOpen()) {
      return wanted;
    }
    return clock.instant().isBefore(nextTry) ? 0 : Math.min(wanted, 1);
  }

  /** A call is made: where the circuit is open, the next one that asks for a permit waits. */
  synchronized void called() {
    waitAnew();
  }

  /** Calls that nobody asks a permit for, as drivers' are, do not put off the one that has it. */
  private void waitAnew() {
    var now = clock.instant();
    if (!now.isBefore(nextTry)) {
      nextTry = now.plus(pause);
    }
  }
}
