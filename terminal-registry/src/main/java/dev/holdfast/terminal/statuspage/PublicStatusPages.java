package dev.holdfast.terminal.statuspage;

import dev.holdfast.terminal.core.vendor.Vendor;
import dev.holdfast.terminal.core.vendor.VendorEnvironment;
import dev.holdfast.terminal.core.vendor.VendorReport.Observation;
import dev.holdfast.terminal.vendor.StatusPageSettings;
import dev.holdfast.terminal.vendor.StatusPages;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;

/** The pages that the vendors' settings name. */
@ApplicationScoped
class PublicStatusPages implements StatusPages {
  private final Clock clock;

  PublicStatusPages(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Uni<Map<VendorEnvironment, Observation>> read(Vendor vendor, StatusPageSettings settings) {
    return new StatusPage(vendor, settings, clock).read();
  }
}
