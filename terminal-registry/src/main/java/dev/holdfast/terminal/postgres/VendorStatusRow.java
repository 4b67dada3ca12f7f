package dev.holdfast.terminal.postgres;

import dev.holdfast.terminal.core.MaintenanceWindow;
import dev.holdfast.terminal.core.Vendor;
import dev.holdfast.terminal.core.VendorEnvironment;
import dev.holdfast.terminal.core.VendorReport;
import dev.holdfast.terminal.core.VendorStatus;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
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
  record Key(Vendor vendor, VendorEnvironment vendorEnvironment) {}

  @Id
  @Enumerated(EnumType.STRING)
  Vendor vendor;

  @Id
  @Enumerated(EnumType.STRING)
  @Column(name = "vendor_environment")
  VendorEnvironment vendorEnvironment;

  long version;

  @Column(name = "changed_at")
  Instant changedAt;

  @Enumerated(EnumType.STRING)
  VendorStatus status;

  Instant since;
  @Nullable String detail;

  @Convert(converter = MaintenanceText.class)
  List<MaintenanceWindow> maintenance;

  /** For Hibernate. */
  VendorStatusRow() {}

  VendorStatusRow(VendorReport report) {
    become(report);
  }

  final void become(VendorReport report) {
    vendor = report.vendor();
    vendorEnvironment = report.vendorEnvironment();
    version = report.version();
    changedAt = report.changedAt();
    status = report.status();
    since = report.since();
    detail = report.detail();
    maintenance = report.maintenance();
  }

  VendorReport toState() {
    return new VendorReport(
        vendor, vendorEnvironment, version, changedAt, status, since, detail, maintenance);
  }
}
