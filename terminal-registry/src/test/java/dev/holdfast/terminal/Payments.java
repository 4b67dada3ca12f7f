package dev.holdfast.terminal;

import dev.holdfast.events.Attempt;
import dev.holdfast.events.AttemptKind;
import dev.holdfast.events.AttemptOutcome;
import dev.holdfast.events.AuthorizationChange;
import dev.holdfast.events.AuthorizationChanged;
import dev.holdfast.events.AuthorizationStatus;
import dev.holdfast.events.Environment;
import dev.holdfast.events.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Records as payment-authorization publishes them. */
public final class Payments {
  private Payments() {}

  /** The reference of a payment that was asked for then: a UUIDv7 that no other test uses. */
  public static String reference(Instant askedAt) {
    var random = ThreadLocalRandom.current();
    return new UUID(
            askedAt.toEpochMilli() << 16 | 0x7000 | random.nextInt(0x1000),
            random.nextLong() >>> 2 | 0x8000_0000_0000_0000L)
        .toString();
  }

  /** To be changed before it is built. */
  public static AuthorizationChanged.Builder payment(
      String reference, String serial, long version, AuthorizationStatus status) {
    var now = Instant.now();
    return AuthorizationChanged.newBuilder()
        .setReference(reference)
        .setVersion(version)
        .setOccurredAt(now)
        .setChange(AuthorizationChange.ATTEMPT_ANSWERED)
        .setStatus(status)
        .setEnvironment(Environment.ACCEPTANCE)
        .setTerminalSerial(serial)
        .setCpoId("cpo-7")
        .setEvseId("NL*A*1")
        .setOverCommit(false)
        .setRequested(cents(5000))
        .setAuthorized(cents(5000))
        .setCaptured(cents(0))
        .setReleased(cents(0))
        .setRefunded(cents(0))
        .setExpiresAt(now.plusSeconds(172_800));
  }

  /** With these calls to the gateway. */
  public static AuthorizationChanged with(AuthorizationChanged.Builder payment, Attempt... calls) {
    return payment.setAttempts(List.of(calls)).build();
  }

  /** A call to the gateway. */
  public static Attempt attempt(
      AttemptKind kind, AttemptOutcome outcome, Instant at, @Nullable String reason) {
    return new Attempt(1, kind, cents(5000), outcome, null, reason, at, null);
  }

  private static Money cents(long minorUnits) {
    return new Money(minorUnits, "EUR");
  }
}
