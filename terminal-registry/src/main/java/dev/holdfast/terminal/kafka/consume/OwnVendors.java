package dev.holdfast.terminal.kafka.consume;

import dev.holdfast.contracts.Topic;
import dev.holdfast.delivery.OwnTopic;
import dev.holdfast.delivery.Transaction;
import dev.holdfast.events.VendorChanged;
import dev.holdfast.terminal.core.vendor.MaintenanceWindow;
import dev.holdfast.terminal.core.vendor.Vendor;
import dev.holdfast.terminal.core.vendor.VendorEnvironment;
import dev.holdfast.terminal.core.vendor.VendorReport;
import dev.holdfast.terminal.core.vendor.VendorStatus;
import dev.holdfast.terminal.postgres.VendorStatusTable;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Takes the vendors' status over from vendors.v1 after the database was restored. */
@ApplicationScoped
class OwnVendors implements OwnTopic<VendorChanged> {
  private final VendorStatusTable statuses;

  OwnVendors(VendorStatusTable statuses) {
    this.statuses = statuses;
  }

  @Override
  public Topic topic() {
    return Topic.VENDORS;
  }

  private record Cloud(String vendor, String environment) {}

  @Override
  public Uni<List<VendorChanged>> unknown(Transaction transaction, List<VendorChanged> records) {
    return transaction
        .session()
        .createNativeQuery(
            "select vendor, vendor_environment, version from vendor_status", Object[].class)
        .getResultList()
        .map(rows -> {
          Map<Cloud, Long> known = new HashMap<>();
          rows.forEach(
              row -> known.put(new Cloud((String) row[0], (String) row[1]), (Long) row[2]));
          return records.stream()
              .filter(said -> said.getVersion() > known.getOrDefault(cloud(said), 0L))
              .toList();
        });
  }

  @Override
  public Uni<Void> takeOver(Transaction transaction, List<VendorChanged> unknown) {
    return Multi.createFrom()
        .iterable(unknown)
        .onItem()
        .transformToUniAndConcatenate(said -> statuses.replace(transaction.session(), report(said)))
        .collect()
        .last();
  }

  private static Cloud cloud(VendorChanged said) {
    return new Cloud(said.getVendor(), said.getVendorEnvironment().name());
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
