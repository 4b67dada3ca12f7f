package dev.holdfast.terminal.core.vendor;

import java.time.Instant;

/**
 * A time in which a vendor works on a cloud, planned or under way.
 *
 * @param name what the vendor calls it
 * @param until after {@code from}
 */
public record MaintenanceWindow(String name, Instant from, Instant until) {
  public MaintenanceWindow {
    if (!until.isAfter(from)) {
      throw new IllegalArgumentException(
          "A window ends after it begins, not from " + from + " until " + until);
    }
  }
}
