package dev.holdfast.terminal.core.diagnosis;

import static java.util.stream.Collectors.joining;

import dev.holdfast.terminal.core.vendor.Vendor;
import dev.holdfast.terminal.core.vendor.VendorEnvironment;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
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

  /** Where the serials of each vendor stand, and what they look like. */
  static String serials() {
    return Arrays.stream(Vendor.values())
        .map(each ->
            "%s's is %s, like %s"
                .formatted(vendor(each), each.whereSerialsStand(), each.examples()))
        .collect(joining("; "));
  }

  /** A cloud with its owner: Payter's TEST cloud, Stripe's live mode. */
  static String cloud(Vendor vendor, VendorEnvironment cloud) {
    return vendor(vendor) + "'s " + vendor.cloud(cloud);
  }

  /** A length of time in its largest whole unit: 7 days, 36 hours, 1 minute. */
  static String span(Duration length) {
    var unit =
        Stream.of(ChronoUnit.DAYS, ChronoUnit.HOURS, ChronoUnit.MINUTES)
            .filter(each -> length.toSeconds() % each.getDuration().toSeconds() == 0)
            .findFirst()
            .orElse(ChronoUnit.SECONDS);
    var name = unit.name().toLowerCase(Locale.ROOT);
    var count = length.dividedBy(unit.getDuration());
    return count == 1 ? "1 " + name.substring(0, name.length() - 1) : count + " " + name;
  }

  /** The time that ends now: the last 7 days, the last day. */
  static String past(Duration length) {
    return "the last " + span(length).replaceFirst("^1 ", "");
  }

  /** So many of them: 1 payment, 3 payments. */
  static String payments(long count) {
    return count == 1 ? "1 payment" : count + " payments";
  }
}
