package dev.holdfast.terminal.core.vendor;

/** How a vendor's cloud is doing; UNKNOWN when its status page could not be read. */
public enum VendorStatus {
  OPERATIONAL,
  DEGRADED,
  DOWN,
  MAINTENANCE,
  UNKNOWN
}
