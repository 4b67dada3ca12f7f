package dev.holdfast.terminal.postgres;

import static java.util.stream.Collectors.toMap;

import dev.holdfast.delivery.Transaction;
import dev.holdfast.terminal.core.Rows;
import dev.holdfast.terminal.core.vendor.Vendor;
import dev.holdfast.terminal.core.vendor.VendorReport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** The vendors' status, one row a cloud, for who writes. */
@ApplicationScoped
public class VendorStatusTable {
  /** The reports on that vendor's clouds, kept from everyone else; none where never reported. */
  public Uni<Rows<VendorReport>> lock(Transaction transaction, Vendor vendor) {
    return transaction
        .session()
        .createNativeQuery(
            "select * from vendor_status where vendor = ?1 order by vendor_environment for update",
            VendorStatusRow.class)
        .setParameter(1, vendor.name())
        .getResultList()
        .map(rows -> ReadRows.of(rows, VendorStatusRow::cloud, VendorStatusRow::toState));
  }

  /** The versions of all reports, by vendor and environment. */
  public Uni<Map<String, Long>> versions(Transaction transaction) {
    return transaction
        .session()
        .createNativeQuery(
            "select vendor || '/' || vendor_environment, version from vendor_status",
            Object[].class)
        .getResultList()
        .map(rows -> rows.stream().collect(toMap(row -> (String) row[0], row -> (Long) row[1])));
  }

  /** Writes new versions of locked reports, and first ones. */
  public Uni<Void> write(Transaction transaction, List<VendorReport> reports) {
    var first = reports.stream().filter(VendorStatusTable::isFirst).map(VendorStatusRow::new);
    var later = reports.stream().filter(report -> !isFirst(report)).map(VendorStatusRow::new);
    return transaction
        .session()
        .insertAll(TerminalWrites.BATCH, first.toArray())
        .chain(() -> transaction.session().updateAll(TerminalWrites.BATCH, later.toArray()));
  }

  /** Writes a report as it was said, in the place of the one that is known, if any. */
  public Uni<Void> replace(Transaction transaction, VendorReport report) {
    return transaction
        .session()
        .createNativeQuery(
            "delete from vendor_status where vendor = ?1 and vendor_environment = ?2")
        .setParameter(1, report.vendor().name())
        .setParameter(2, report.vendorEnvironment().name())
        .executeUpdate()
        .chain(() -> transaction.session().insert(new VendorStatusRow(report)));
  }

  private static boolean isFirst(VendorReport report) {
    return report.version() == 1;
  }
}
