package dev.holdfast.benchmarks;

import dev.holdfast.events.Attempt;
import dev.holdfast.events.AttemptKind;
import dev.holdfast.events.AttemptOutcome;
import dev.holdfast.events.AuthorizationChange;
import dev.holdfast.events.AuthorizationChanged;
import dev.holdfast.events.AuthorizationStatus;
import dev.holdfast.events.Environment;
import dev.holdfast.events.Money;
import dev.holdfast.events.SessionClosed;
import dev.holdfast.launcher.events.SessionJson;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.joda.money.CurrencyUnit;

/**
 * Payments by their number, each with a hold of 50.00 EUR and a session of 1.00 to 60.99 EUR. The
 * taps are a millisecond apart, so that a reference, a UUIDv7, tells the number.
 */
record Payments(Instant firstTap) {
  private static final int CPOS = 20;
  private static final long HOLD_CENTS = 5_000;
  private static final long LEAST_CENTS = 100;
  private static final long DIFFERENT_TOTALS = 6_000;
  private static final Duration LAPSES_AFTER = Duration.ofDays(2);
  private static final String EVSE = "NL*HLD*E1";

  String reference(int number) {
    SplittableRandom random = new SplittableRandom(number);
    long millis = firstTap.toEpochMilli() + number;
    return new UUID(
            millis << 16 | 0x7000 | (random.nextLong() & 0xfff), 1L << 63 | random.nextLong() >>> 2)
        .toString();
  }

  int numberOf(String reference) {
    return Math.toIntExact(
        (UUID.fromString(reference).getMostSignificantBits() >>> 16) - firstTap.toEpochMilli());
  }

  /** The hold as payment-authorization tells of it; the third version, as after a tap. */
  AuthorizationChanged held(int number) {
    Instant at = firstTap.plusMillis(number);
    Money hold = euro(HOLD_CENTS);
    return AuthorizationChanged.newBuilder()
        .setReference(reference(number))
        .setVersion(3)
        .setOccurredAt(at)
        .setChange(AuthorizationChange.HELD)
        .setStatus(AuthorizationStatus.HELD)
        .setEnvironment(Environment.ACCEPTANCE)
        .setTerminalSerial("P68270000%05d".formatted(number % 1_000))
        .setCpoId("cpo-" + number % CPOS)
        .setEvseId(EVSE)
        .setOverCommit(false)
        .setRequested(hold)
        .setAuthorized(hold)
        .setCaptured(euro(0))
        .setReleased(euro(0))
        .setRefunded(euro(0))
        .setExpiresAt(at.plus(LAPSES_AFTER))
        .setAttempts(
            List.of(
                new Attempt(
                    1,
                    AttemptKind.AUTHORIZE,
                    hold,
                    AttemptOutcome.APPROVED,
                    "gateway-1",
                    null,
                    at,
                    hold)))
        .build();
  }

  /** The closed session as the charging platform tells of it. */
  SessionClosed closed(int number) {
    String reference = reference(number);
    long cents = LEAST_CENTS + number * 7L % DIFFERENT_TOTALS;
    return SessionJson.of(
            reference,
            "session-of-" + reference,
            EVSE,
            org.joda.money.Money.ofMinor(CurrencyUnit.EUR, cents))
        .closed(firstTap.plus(Duration.ofHours(1)).plusMillis(number));
  }

  private static Money euro(long cents) {
    return new Money(cents, "EUR");
  }
}
