package dev.holdfast.terminal.rest;

import dev.holdfast.terminal.core.vendor.MaintenanceWindow;
import dev.holdfast.terminal.core.vendor.Vendor;
import dev.holdfast.terminal.core.vendor.VendorEnvironment;
import dev.holdfast.terminal.core.vendor.VendorReport;
import dev.holdfast.terminal.core.vendor.VendorStatus;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The status of one cloud of a vendor, as it is shown. */
@Schema(
    examples =
        """
        {"vendor": "PAYTER", "vendorEnvironment": "PRODUCTION", "version": 5,
         "changedAt": "2026-06-01T08:15:30Z", "status": "OPERATIONAL",
         "since": "2026-05-20T06:00:00Z", "detail": "All Systems Operational",
         "maintenance": [{"name": "New database",
           "from": "2026-06-02T22:00:00Z", "until": "2026-06-02T23:00:00Z"}]}
        """)
record VendorAnswer(
    Vendor vendor,
    VendorEnvironment vendorEnvironment,
    long version,
    Instant changedAt,
    VendorStatus status,
    Instant since,
    @Nullable String detail,
    List<MaintenanceWindow> maintenance) {
  static VendorAnswer of(VendorReport report) {
    return new VendorAnswer(
        report.vendor(),
        report.vendorEnvironment(),
        report.version(),
        report.changedAt(),
        report.status(),
        report.since(),
        report.detail(),
        report.maintenance());
  }
}
