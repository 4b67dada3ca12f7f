package dev.holdfast.terminal.vendor;

import dev.holdfast.terminal.core.vendor.CloudAnswer;
import dev.holdfast.terminal.core.vendor.Vendor;
import dev.holdfast.terminal.core.vendor.VendorEnvironment;
import io.smallrye.mutiny.Uni;

/** The two clouds of one vendor: a vendor is added by a package that has one of these. */
public interface VendorClouds {
  Vendor vendor();

  /** What one of them says of a terminal; never fails. */
  Uni<CloudAnswer> ask(VendorEnvironment cloud, String serial);

  /** Where the vendor says how they are doing. */
  StatusPageSettings statusPage();
}
