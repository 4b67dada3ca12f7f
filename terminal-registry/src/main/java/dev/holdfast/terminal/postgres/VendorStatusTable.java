package dev.holdfast.terminal.postgres;

import dev.holdfast.terminal.core.vendor.Vendor;
import dev.holdfast.terminal.core.vendor.VendorReport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** The vendors' status, one row a cloud, for who writes. */
@ApplicationScoped
public class VendorStatusTable {
  /** The reports on that vendor's clouds, kept from everyone else; none where never reported. */
  public Uni<Found<VendorReport>> lock(Mutiny.StatelessSession session, Vendor vendor) {
    return session
        .createNativeQuery(
            "select * from vendor_status where vendor = ?1 order by vendor_environment for update",
            VendorStatusRow.class)
        .setParameter(1, vendor.name())
        .getResultList()
        .map(rows -> Found.of(rows, VendorStatusRow::cloud, VendorStatusRow::toState));
  }

  /** Writes new versions of locked reports, and first ones. */
  public Uni<Void> write(Mutiny.StatelessSession session, List<VendorReport> reports) {
    var first = reports.stream().filter(VendorStatusTable::isFirst).map(VendorStatusRow::new);
    var later = reports.stream().filter(report -> !isFirst(report)).map(VendorStatusRow::new);
    return session
        .insertAll(TerminalWrites.BATCH, first.toArray())
        .chain(() -> session.updateAll(TerminalWrites.BATCH, later.toArray()));
  }

  /** Writes a report as it was said, in the place of the one that is known, if any. */
  public Uni<Void> replace(Mutiny.StatelessSession session, VendorReport report) {
    return session
        .createNativeQuery(
            "delete from vendor_status where vendor = ?1 and vendor_environment = ?2")
        .setParameter(1, report.vendor().name())
        .setParameter(2, report.vendorEnvironment().name())
        .executeUpdate()
        .chain(() -> session.insert(new VendorStatusRow(report)));
  }

  private static boolean isFirst(VendorReport report) {
    return report.version() == 1;
  }
}
