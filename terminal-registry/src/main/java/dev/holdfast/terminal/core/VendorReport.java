package dev.holdfast.terminal.core;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The status of one cloud of a vendor.
 *
 * @param version grows by one with every change of status or detail
 * @param since when the status (not the detail) last changed
 * @param detail what the status page says, or why the status is unknown
 */
public record VendorReport(
    Vendor vendor,
    VendorEnvironment vendorEnvironment,
    long version,
    Instant changedAt,
    VendorStatus status,
    Instant since,
    @Nullable String detail) {

  /** What a status page says of one cloud, or why it could not be read. */
  public record Observation(VendorStatus status, @Nullable String detail) {}

  /** The first report on a cloud. */
  public static VendorReport first(
      Vendor vendor, VendorEnvironment cloud, Observation observation, Instant now) {
    return new VendorReport(vendor, cloud, 1, now, observation.status(), now, observation.detail());
  }

  /** The report after an observation: this very one where nothing changed. */
  public VendorReport after(Observation observation, Instant now) {
    if (observation.equals(new Observation(status, detail))) {
      return this;
    }
    return new VendorReport(
        vendor,
        vendorEnvironment,
        version + 1,
        now,
        observation.status(),
        observation.status() == status ? since : now,
        observation.detail());
  }
}
