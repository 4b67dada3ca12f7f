package dev.holdfast.settlement.core.payment;

import java.time.Instant;
import java.util.UUID;

/** The authorization reference: names one payment everywhere, for ever. */
public record Reference(UUID value) {
  private static final int TELLS_ITS_TIME = 7;
  private static final int MILLIS_SHIFT = 16;
  private static final int NANOS_OF_MILLI = 1_000_000;
  private static final long VERSION = TELLS_ITS_TIME << 12;
  private static final long VARIANT = Long.MIN_VALUE;

  /** The 36 characters that topics and REST use. */
  public String text() {
    return value.toString();
  }

  /**
   * When the hold was asked for: a UUIDv7 begins with its milliseconds. Any other UUID tells no
   * time, and counts as of 1970.
   */
  public Instant tappedAt() {
    return value.version() == TELLS_ITS_TIME
        ? Instant.ofEpochMilli(value.getMostSignificantBits() >>> MILLIS_SHIFT)
        : Instant.EPOCH;
  }

  /**
   * The first that a payment can have that was tapped then or later: a reference tells whole
   * milliseconds.
   */
  public static Reference earliest(Instant moment) {
    long millis = moment.plusNanos(NANOS_OF_MILLI - 1).toEpochMilli();
    return new Reference(new UUID(millis << MILLIS_SHIFT | VERSION, VARIANT));
  }
}
