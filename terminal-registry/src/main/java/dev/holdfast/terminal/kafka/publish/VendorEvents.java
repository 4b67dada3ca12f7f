package dev.holdfast.terminal.kafka.publish;

import dev.holdfast.contracts.Topic;
import dev.holdfast.delivery.Event;
import dev.holdfast.events.VendorChanged;
import dev.holdfast.terminal.core.vendor.MaintenanceWindow;
import dev.holdfast.terminal.core.vendor.VendorReport;
import dev.holdfast.terminal.core.vendor.VendorStatus;

/** A vendor's new status, as vendors.v1 carries it. */
public final class VendorEvents {
  private VendorEvents() {}

  /** What is said of a new version of a report. */
  public static Event of(VendorReport report) {
    return Event.ofVersion(
        Topic.VENDORS,
        report.vendor() + "/" + report.vendorEnvironment(),
        report.version(),
        report.changedAt(),
        VendorChanged.newBuilder()
            .setVendor(report.vendor().name())
            .setVendorEnvironment(TerminalEvents.toAvro(report.vendorEnvironment()))
            .setVersion(report.version())
            .setOccurredAt(report.changedAt())
            .setStatus(toAvro(report.status()))
            .setSince(report.since())
            .setDetail(report.detail())
            .setMaintenance(report.maintenance().stream().map(VendorEvents::toAvro).toList())
            .build());
  }

  private static dev.holdfast.events.MaintenanceWindow toAvro(MaintenanceWindow window) {
    return dev.holdfast.events.MaintenanceWindow.newBuilder()
        .setName(window.name())
        .setFrom(window.from())
        .setUntil(window.until())
        .build();
  }

  private static dev.holdfast.events.VendorStatus toAvro(VendorStatus status) {
    return switch (status) {
      case OPERATIONAL -> dev.holdfast.events.VendorStatus.OPERATIONAL;
      case DEGRADED -> dev.holdfast.events.VendorStatus.DEGRADED;
      case DOWN -> dev.holdfast.events.VendorStatus.DOWN;
      case MAINTENANCE -> dev.holdfast.events.VendorStatus.MAINTENANCE;
      case UNKNOWN -> dev.holdfast.events.VendorStatus.UNKNOWN;
    };
  }
}
