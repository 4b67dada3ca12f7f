package dev.holdfast.authorization.core.admission;

/** How a cloud of a vendor is doing, as terminal-registry says. */
public enum VendorStatus {
  OPERATIONAL,
  DEGRADED,
  DOWN,
  MAINTENANCE,
  UNKNOWN;

  /** Only an outage stops a tap: a status page that cannot be read is none. */
  boolean stopsTaps() {
    return switch (this) {
      case DOWN -> true;
      case OPERATIONAL, DEGRADED, MAINTENANCE, UNKNOWN -> false;
    };
  }
}
