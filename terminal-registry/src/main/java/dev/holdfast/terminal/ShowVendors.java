package dev.holdfast.terminal;

import dev.holdfast.terminal.core.vendor.VendorReport;
import dev.holdfast.terminal.postgres.VendorStatusPages;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Shows how the vendors' clouds are doing. */
@ApplicationScoped
public class ShowVendors {
  private final VendorStatusPages reports;

  ShowVendors(VendorStatusPages reports) {
    this.reports = reports;
  }

  /** The report on each cloud that was ever looked at. */
  @WithSession
  public Uni<List<VendorReport>> reports() {
    return reports.all();
  }
}
