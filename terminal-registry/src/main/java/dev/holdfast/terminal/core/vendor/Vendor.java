package dev.holdfast.terminal.core.vendor;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** Who runs the terminals' clouds, and how one speaks of these and of the serials. */
public enum Vendor {
  /** Two clouds. Serial shapes seen: P6820211200171, POL20245100755-50. */
  PAYTER(
      "[A-Z][A-Z0-9]{5,22}(-[A-Z0-9]{1,8})?",
      "printed in capitals on the terminal",
      "P6820211200171 or POL20245100755-50",
      Onboarding.BY_VENDOR,
      "TEST cloud",
      "PRODUCTION cloud"),

  /**
   * Two modes of one account. A serial is the id of a reader, which has another one in each mode;
   * it is no longer than the serials that holds are asked for with.
   */
  STRIPE(
      "tmr_[A-Za-z0-9]{4,36}",
      "shown as the reader's id in Stripe's dashboard",
      "tmr_FDOt2wlRZEdpd7",
      Onboarding.BY_OWNER,
      "test mode",
      "live mode");

  private final Pattern serials;
  private final String whereSerialsStand;
  private final String examples;
  private final Onboarding onboarding;
  private final String testCloud;
  private final String productionCloud;

  Vendor(
      String serials,
      String whereSerialsStand,
      String examples,
      Onboarding onboarding,
      String testCloud,
      String productionCloud) {
    this.serials = Pattern.compile(serials);
    this.whereSerialsStand = whereSerialsStand;
    this.examples = examples;
    this.onboarding = onboarding;
    this.testCloud = testCloud;
    this.productionCloud = productionCloud;
  }

  /** Who brings a terminal into the vendor's cloud. */
  public enum Onboarding {
    /** The vendor's own people, who are asked for it. */
    BY_VENDOR,
    /** The terminal's owner, to a location of this platform's account with the vendor. */
    BY_OWNER
  }

  /** The vendor whose serials look like that; empty where it is no serial. */
  public static Optional<Vendor> ofSerial(String text) {
    return Arrays.stream(values()).filter(vendor -> vendor.recognises(text)).findFirst();
  }

  /** Has the text the shape of this vendor's serials? */
  public boolean recognises(String serial) {
    return serials.matcher(serial).matches();
  }

  /** Where one reads a serial: it is ... */
  public String whereSerialsStand() {
    return whereSerialsStand;
  }

  /** Serials, for who does not know what to look for: it looks like ... */
  public String examples() {
    return examples;
  }

  /** Who brings its terminals into its clouds. */
  public Onboarding onboarding() {
    return onboarding;
  }

  /** The vendor's own words for one of its clouds. */
  public String cloud(VendorEnvironment cloud) {
    return switch (cloud) {
      case TEST -> testCloud;
      case PRODUCTION -> productionCloud;
    };
  }
}
