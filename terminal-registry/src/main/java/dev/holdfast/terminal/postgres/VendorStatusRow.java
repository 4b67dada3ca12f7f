package dev.holdfast.terminal.postgres;

import dev.holdfast.terminal.core.vendor.MaintenanceWindow;
import dev.holdfast.terminal.core.vendor.Vendor;
import dev.holdfast.terminal.core.vendor.VendorEnvironment;
import dev.holdfast.terminal.core.vendor.VendorReport;
import dev.holdfast.terminal.core.vendor.VendorStatus;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The status of one cloud of a vendor. */
@Entity
@Table(name = "vendor_status")
@IdClass(VendorStatusRow.Key.class)
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields of what it reads
class VendorStatusRow {
  record Key(String vendor, String vendorEnvironment) {}

  @Id String vendor;

  @Id
  @Column(name = "vendor_environment")
  String vendorEnvironment;

  long version;

  @Column(name = "changed_at")
  Instant changedAt;

  String status;

  Instant since;
  @Nullable String detail;

  String maintenance;

  /** For Hibernate. */
  VendorStatusRow() {}

  VendorStatusRow(VendorReport report) {
    become(report);
  }

  final void become(VendorReport report) {
    vendor = report.vendor().name();
    vendorEnvironment = report.vendorEnvironment().name();
    version = report.version();
    changedAt = report.changedAt();
    status = report.status().name();
    since = report.since();
    detail = report.detail();
    maintenance = MaintenanceText.write(report.maintenance());
  }

  /** As vendors.v1 names it: vendor/cloud. */
  String cloud() {
    return vendor + "/" + vendorEnvironment;
  }

  VendorReport toState() {
    return report(
        Stored.constant(VendorStatus.class, status, name(), "status"),
        detail,
        MaintenanceText.read(maintenance, name()));
  }

  /** For who reads: a status that cannot be read is not known, and says why. */
  VendorReport toUnknown(String why) {
    return report(VendorStatus.UNKNOWN, why, List.of());
  }

  private VendorReport report(
      VendorStatus known, @Nullable String why, List<MaintenanceWindow> windows) {
    return new VendorReport(
        Stored.constant(Vendor.class, vendor, name(), "vendor"),
        Stored.constant(VendorEnvironment.class, vendorEnvironment, name(), "vendor's cloud"),
        version,
        changedAt,
        known,
        since,
        why,
        windows);
  }

  private String name() {
    return "status of " + cloud();
  }
}
