package dev.holdfast.settlement.core;

import dev.holdfast.settlement.core.journal.AgePlace;
import java.time.Instant;
import java.util.Arrays;

/** What is held on cards and neither taken nor given back, in minor units, of holds of one age. */
public record OpenHolds(
    String cpoId, String currency, HoldAge age, long holds, long minorUnits, Instant oldest) {
  /** How long ago the card was tapped; a session of more than a day is rare. */
  public enum HoldAge {
    UP_TO_15_MINUTES(15),
    UP_TO_1_HOUR(60),
    UP_TO_24_HOURS(24 * 60),
    OLDER(Integer.MAX_VALUE);

    private final int minutes;

    HoldAge(int minutes) {
      this.minutes = minutes;
    }

    /** At most so many. */
    public int minutes() {
      return minutes;
    }

    /** The age of at most so many minutes. */
    public static HoldAge upTo(int minutes) {
      return Arrays.stream(values())
          .filter(age -> age.minutes == minutes)
          .findFirst()
          .orElseThrow();
    }
  }

  /** Where it stands in the list. */
  public AgePlace place() {
    return new AgePlace(cpoId, currency, age.minutes);
  }
}
