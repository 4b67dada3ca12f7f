package dev.holdfast.terminal.postgres;

import dev.holdfast.terminal.core.VendorReport;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The vendors' status, for who reads; needs an open session. */
@ApplicationScoped
public class VendorReports implements PanacheRepositoryBase<VendorStatusRow, VendorStatusRow.Key> {
  /** The report on each cloud of each vendor; a cloud that was never looked at has none. */
  public Uni<List<VendorReport>> all() {
    return listAll(Sort.by("vendor", "vendorEnvironment"))
        .map(rows -> rows.stream().map(VendorStatusRow::toState).toList());
  }
}
