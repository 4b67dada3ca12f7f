package dev.holdfast.terminal.core;

import java.util.regex.Pattern;

/** Who runs the terminals' clouds. */
public enum Vendor {
  /** Serial shapes seen: P6820211200171, POL20245100755-50. */
  PAYTER(Vendor.SERIAL);

  /** A serial of any vendor: as printed, 6 to 32 characters. */
  public static final String SERIAL = "[A-Z][A-Z0-9]{5,22}(-[A-Z0-9]{1,8})?";

  private final Pattern serials;

  Vendor(String serials) {
    this.serials = Pattern.compile(serials);
  }

  /** Has the text the shape of this vendor's serials? */
  public boolean recognises(String serial) {
    return serials.matcher(serial).matches();
  }
}
