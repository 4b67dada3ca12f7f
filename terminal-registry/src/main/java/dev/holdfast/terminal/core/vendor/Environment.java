package dev.holdfast.terminal.core.vendor;

/** Where a deployment of Holdfast runs. */
public enum Environment {
  ACCEPTANCE(VendorEnvironment.TEST),
  PRODUCTION(VendorEnvironment.PRODUCTION);

  private final VendorEnvironment pairedCloud;

  Environment(VendorEnvironment pairedCloud) {
    this.pairedCloud = pairedCloud;
  }

  /** The one cloud of a vendor that works with this environment. */
  public VendorEnvironment pairedCloud() {
    return pairedCloud;
  }
}
