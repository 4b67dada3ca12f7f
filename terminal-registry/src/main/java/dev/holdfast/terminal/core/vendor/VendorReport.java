package dev.holdfast.terminal.core.vendor;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The status of one cloud of a vendor.
 *
 * @param version grows by one with every change of status, detail or maintenance
 * @param since when the status (not the detail, not the maintenance) last changed
 * @param detail what the status page says, or why the status is unknown
 * @param maintenance windows that are planned or under way, by their begin
 */
public record VendorReport(
    Vendor vendor,
    VendorEnvironment vendorEnvironment,
    long version,
    Instant changedAt,
    VendorStatus status,
    Instant since,
    @Nullable String detail,
    List<MaintenanceWindow> maintenance) {

  public VendorReport {
    maintenance = List.copyOf(maintenance);
  }

  /** What a status page says of one cloud, or why it could not be read. */
  public record Observation(
      VendorStatus status, @Nullable String detail, List<MaintenanceWindow> maintenance) {
    public Observation {
      maintenance = List.copyOf(maintenance);
    }
  }

  /** The first report on a cloud. */
  public static VendorReport first(
      Vendor vendor, VendorEnvironment cloud, Observation observation, Instant now) {
    return new VendorReport(
        vendor,
        cloud,
        1,
        now,
        observation.status(),
        now,
        observation.detail(),
        observation.maintenance());
  }

  /** The report after an observation: this very one where nothing changed. */
  public VendorReport after(Observation observation, Instant now) {
    if (observation.equals(new Observation(status, detail, maintenance))) {
      return this;
    }
    return new VendorReport(
        vendor,
        vendorEnvironment,
        version + 1,
        now,
        observation.status(),
        observation.status() == status ? since : now,
        observation.detail(),
        observation.maintenance());
  }
}
