package dev.holdfast.terminal.postgres;

import static java.util.Comparator.comparing;

import dev.holdfast.terminal.core.vendor.VendorReport;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/** The vendors' status, for who reads; needs an open session. */
@ApplicationScoped
public class VendorStatusPages
    implements PanacheRepositoryBase<VendorStatusRow, VendorStatusRow.Key> {
  /**
   * The report on each cloud of each vendor; a cloud that was never looked at has none, and one
   * whose report cannot be read is UNKNOWN.
   */
  public Uni<List<VendorReport>> all() {
    return listAll(Sort.by("vendor", "vendorEnvironment")).map(VendorStatusPages::reports);
  }

  private static List<VendorReport> reports(List<VendorStatusRow> rows) {
    var found = ReadRows.of(rows, VendorStatusRow::cloud, VendorStatusRow::toState);
    var others = rows.stream().filter(row -> found.whyLeft(row.cloud()) != null).toList();
    // Of a vendor that is not known here there is no terminal that this version can read.
    var unknown =
        ReadRows.of(
            others,
            VendorStatusRow::cloud,
            row -> row.toUnknown(String.valueOf(found.whyLeft(row.cloud()))));
    return Stream.concat(found.read().values().stream(), unknown.read().values().stream())
        .sorted(comparing(VendorReport::vendor).thenComparing(VendorReport::vendorEnvironment))
        .toList();
  }
}
