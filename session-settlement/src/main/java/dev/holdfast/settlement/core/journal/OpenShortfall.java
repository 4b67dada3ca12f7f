package dev.holdfast.settlement.core.journal;

import java.time.Instant;
import java.util.Arrays;

/** What is short and neither paid nor written off, in minor units, of payments of one age. */
public record OpenShortfall(
    String cpoId, String currency, Age age, long payments, long minorUnits, Instant oldest) {
  /** How long ago the first shortfall of a payment was booked. */
  public enum Age {
    UP_TO_7_DAYS(7),
    UP_TO_30_DAYS(30),
    UP_TO_90_DAYS(90),
    OLDER(Integer.MAX_VALUE);

    private final int days;

    Age(int days) {
      this.days = days;
    }

    /** At most so many. */
    public int days() {
      return days;
    }

    /** The age of at most so many days. */
    public static Age upTo(int days) {
      return Arrays.stream(values()).filter(age -> age.days == days).findFirst().orElseThrow();
    }
  }

  /** Where it stands in the list. */
  public AgePlace place() {
    return new AgePlace(cpoId, currency, age.days);
  }
}
