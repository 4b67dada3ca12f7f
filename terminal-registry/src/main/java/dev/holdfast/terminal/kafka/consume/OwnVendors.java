package dev.holdfast.terminal.kafka.consume;

import dev.holdfast.contracts.Topic;
import dev.holdfast.delivery.OwnTopic;
import dev.holdfast.delivery.Transaction;
import dev.holdfast.events.VendorChanged;
import dev.holdfast.terminal.TakeOverVendors;
import dev.holdfast.terminal.core.vendor.MaintenanceWindow;
import dev.holdfast.terminal.core.vendor.Vendor;
import dev.holdfast.terminal.core.vendor.VendorEnvironment;
import dev.holdfast.terminal.core.vendor.VendorReport;
import dev.holdfast.terminal.core.vendor.VendorStatus;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Takes the vendors' status over from vendors.v1 after the database was restored. */
@ApplicationScoped
class OwnVendors implements OwnTopic<VendorChanged> {
  private final TakeOverVendors takeOverVendors;

  OwnVendors(TakeOverVendors takeOverVendors) {
    this.takeOverVendors = takeOverVendors;
  }

  @Override
  public Topic topic() {
    return Topic.VENDORS;
  }

  @Override
  public Uni<List<VendorChanged>> unknown(Transaction transaction, List<VendorChanged> records) {
    return takeOverVendors
        .versions(transaction)
        .map(known ->
            records.stream()
                .filter(said -> said.getVersion() > known.getOrDefault(cloud(said), 0L))
                .toList());
  }

  @Override
  public Uni<Void> takeOver(Transaction transaction, List<VendorChanged> unknown) {
    return takeOverVendors.takeOver(transaction, unknown.stream().map(OwnVendors::report).toList());
  }

  private static String cloud(VendorChanged said) {
    return said.getVendor() + "/" + said.getVendorEnvironment().name();
  }

  private static VendorReport report(VendorChanged said) {
    return new VendorReport(
        Vendor.valueOf(said.getVendor()),
        VendorEnvironment.valueOf(said.getVendorEnvironment().name()),
        said.getVersion(),
        said.getOccurredAt(),
        VendorStatus.valueOf(said.getStatus().name()),
        said.getSince(),
        said.getDetail(),
        said.getMaintenance().stream()
            .map(one -> new MaintenanceWindow(one.getName(), one.getFrom(), one.getUntil()))
            .toList());
  }
}
