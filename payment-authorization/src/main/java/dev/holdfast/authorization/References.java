package dev.holdfast.authorization;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/** Makes authorization references: UUIDv7 (RFC 9562), milliseconds first, then 74 random bits. */
final class References {
  private static final long VERSION_7 = 0x7000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;
  private static final long TWELVE_BITS = 0xFFFL;
  private static final int MILLIS_SHIFT = 16;

  private final SecureRandom random = new SecureRandom();

  UUID next(Instant now) {
    long high =
        (now.toEpochMilli() << MILLIS_SHIFT) | VERSION_7 | (random.nextLong() & TWELVE_BITS);
    long low = VARIANT | (random.nextLong() >>> 2);
    return new UUID(high, low);
  }
}
