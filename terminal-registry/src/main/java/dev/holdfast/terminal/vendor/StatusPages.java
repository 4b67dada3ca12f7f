package dev.holdfast.terminal.vendor;

import dev.holdfast.terminal.core.vendor.Vendor;
import dev.holdfast.terminal.core.vendor.VendorEnvironment;
import dev.holdfast.terminal.core.vendor.VendorReport.Observation;
import io.smallrye.mutiny.Uni;
import java.util.Map;

/** Where the vendors say in public how their clouds are doing. */
public interface StatusPages {
  /** How each of the vendor's clouds is doing; never fails. */
  Uni<Map<VendorEnvironment, Observation>> read(Vendor vendor, StatusPageSettings settings);
}
