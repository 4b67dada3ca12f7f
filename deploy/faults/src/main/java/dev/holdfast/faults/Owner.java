package dev.holdfast.faults;

import dev.holdfast.scenarios.Fleet;
import java.io.UncheckedIOException;
import java.util.List;

/** Changes terminals that nobody taps at, so that the registry has news to tell. */
final class Owner implements Runnable {
  private static final long LESS_CENTS = 4_500;

  private final Fleet fleet;
  private final List<String> serials;
  private int changes;

  Owner(Fleet fleet, List<String> serials) {
    this.fleet = fleet;
    this.serials = serials;
  }

  /** Changes one; what is not answered may be done or not. */
  @Override
  public void run() {
    String serial = serials.get(changes % serials.size());
    boolean isLess = changes / serials.size() % 2 == 0;
    changes++;
    try {
      fleet.setHold(serial, isLess ? LESS_CENTS : Fleet.HOLD_CENTS);
    } catch (IllegalStateException | UncheckedIOException unanswered) {
      // Broken on purpose, most likely; the next change says all of the terminal again.
      return;
    }
  }
}
