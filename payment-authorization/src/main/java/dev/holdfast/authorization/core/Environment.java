package dev.holdfast.authorization.core;

/** Where this deployment runs; each pairs with exactly one cloud of a vendor. */
public enum Environment {
  ACCEPTANCE,
  PRODUCTION
}
