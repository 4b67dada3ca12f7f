package dev.holdfast.terminal.core.diagnosis;

import dev.holdfast.terminal.core.Vendor;
import dev.holdfast.terminal.core.VendorEnvironment;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.joda.money.Money;

/** How values are said in a sentence for a person. */
final class Words {
  private Words() {}

  static String amount(Money money) {
    return money.getAmount().toPlainString() + " " + money.getCurrencyUnit().getCode();
  }

  static String time(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  static String vendor(Vendor vendor) {
    return vendor.name().charAt(0) + vendor.name().substring(1).toLowerCase(Locale.ROOT);
  }

  /** A cloud with its owner: Payter's TEST cloud. */
  static String cloud(Vendor vendor, VendorEnvironment cloud) {
    return vendor(vendor) + "'s " + cloud + " cloud";
  }

  static String days(Duration period) {
    return period.toDays() == 1 ? "day" : period.toDays() + " days";
  }
}
