package dev.holdfast.authorization.core;

import dev.holdfast.authorization.core.admission.VendorCloud;

/** Where this deployment runs; each pairs with exactly one cloud of a vendor. */
public enum Environment {
  ACCEPTANCE("TEST"),
  PRODUCTION("PRODUCTION");

  private final String vendorEnvironment;

  Environment(String vendorEnvironment) {
    this.vendorEnvironment = vendorEnvironment;
  }

  /** The one cloud of a vendor that pairs with it, as {@link VendorCloud#cloud} names it. */
  public String cloudOf(String vendor) {
    return vendor + "/" + vendorEnvironment;
  }
}
