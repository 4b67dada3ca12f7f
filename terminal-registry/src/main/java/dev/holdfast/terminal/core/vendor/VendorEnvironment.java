package dev.holdfast.terminal.core.vendor;

/** Which of a vendor's two separate clouds is meant. */
public enum VendorEnvironment {
  TEST,
  PRODUCTION;

  /** The vendor's other cloud. */
  public VendorEnvironment other() {
    return switch (this) {
      case TEST -> PRODUCTION;
      case PRODUCTION -> TEST;
    };
  }
}
