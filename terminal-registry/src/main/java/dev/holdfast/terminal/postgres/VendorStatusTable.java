package dev.holdfast.terminal.postgres;

import dev.holdfast.terminal.core.Vendor;
import dev.holdfast.terminal.core.VendorReport;
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

  private static boolean isFirst(VendorReport report) {
    return report.version() == 1;
  }
}
