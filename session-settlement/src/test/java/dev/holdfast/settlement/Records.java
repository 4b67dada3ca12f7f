package dev.holdfast.settlement;

import dev.holdfast.events.Attempt;
import dev.holdfast.events.AttemptKind;
import dev.holdfast.events.AttemptOutcome;
import dev.holdfast.events.AuthorizationChange;
import dev.holdfast.events.AuthorizationChanged;
import dev.holdfast.events.AuthorizationStatus;
import dev.holdfast.events.Environment;
import dev.holdfast.events.Money;
import dev.holdfast.events.SessionClosed;
import dev.holdfast.events.SessionStarted;
import dev.holdfast.events.Tax;
import dev.holdfast.settlement.core.payment.Reference;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Records as the charging platform and payment-authorization publish them; amounts in cents. */
public final class Records {
  /** The charge point operator of every record. */
  public static final String CPO = "cpo-7";

  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private Records() {}

  /** A new reference of a payment that was tapped then: a UUIDv7. */
  public static String referenceOf(Instant tappedAt) {
    var random = UUID.randomUUID();
    long high =
        (tappedAt.toEpochMilli() << 16) | 0x7000 | (random.getMostSignificantBits() & 0xfff);
    return new UUID(high, random.getLeastSignificantBits()).toString();
  }

  /** When the session of a payment ends: an hour after it began, a minute after the tap. */
  public static Instant stopped(String reference) {
    boolean tellsItsTime = reference.length() == 36 && reference.charAt(14) == '7';
    return tellsItsTime
        ? new Reference(UUID.fromString(reference)).tappedAt().plus(Duration.ofMinutes(61))
        : NOON;
  }

  /** A session began. */
  public static SessionStarted started(String reference) {
    return SessionStarted.newBuilder()
        .setReference(reference)
        .setSessionId("session-of-" + reference)
        .setEvseId("NL*A*1")
        .setStartedAt(stopped(reference).minusSeconds(3600))
        .build();
  }

  /** A session ended, with 21 % tax in its total. */
  public static SessionClosed closed(String reference, long cents) {
    return closing(reference, cents).build();
  }

  /** To be changed before it is built. */
  public static SessionClosed.Builder closing(String reference, long cents) {
    return SessionClosed.newBuilder()
        .setReference(reference)
        .setSessionId("session-of-" + reference)
        .setRevision(1)
        .setEvseId("NL*A*1")
        .setStartedAt(stopped(reference).minusSeconds(3600))
        .setStoppedAt(stopped(reference))
        .setEnergyWh(41_000)
        .setTotal(euro(cents))
        .setTaxes(List.of(new Tax("VAT", "21.00", euro(cents * 21 / 121), null, null)))
        .setClosedAt(stopped(reference).plusSeconds(5));
  }

  /** The bank holds the amount. */
  public static AuthorizationChanged held(String reference, long cents) {
    return authorization(reference, cents, 3, AuthorizationStatus.HELD).build();
  }

  /** The bank declined. */
  public static AuthorizationChanged declined(String reference) {
    return authorization(reference, 0, 3, AuthorizationStatus.DECLINED)
        .setReason("insufficient funds")
        .build();
  }

  /** The amount was captured, the rest released. */
  public static AuthorizationChanged captured(
      String reference, long held, AttemptKind kind, long cents) {
    var attempts = new ArrayList<Attempt>();
    attempts.add(attempt(1, AttemptKind.AUTHORIZE, held));
    attempts.add(attempt(2, kind, cents));
    return authorization(reference, held, 5, AuthorizationStatus.CAPTURED)
        .setCaptured(euro(cents))
        .setReleased(euro(Math.max(0, held - cents)))
        .setAttempts(attempts)
        .build();
  }

  /** To be changed before it is built. */
  public static AuthorizationChanged.Builder authorization(
      String reference, long held, long version, AuthorizationStatus status) {
    return AuthorizationChanged.newBuilder()
        .setReference(reference)
        .setVersion(version)
        .setOccurredAt(NOON)
        .setChange(AuthorizationChange.ATTEMPT_ANSWERED)
        .setStatus(status)
        .setEnvironment(Environment.ACCEPTANCE)
        .setTerminalSerial("P6820211200171")
        .setCpoId(CPO)
        .setEvseId("NL*A*1")
        .setOverCommit(false)
        .setRequested(euro(5000))
        .setAuthorized(euro(held))
        .setCaptured(euro(0))
        .setReleased(euro(0))
        .setRefunded(euro(0))
        .setExpiresAt(Instant.now().plus(Duration.ofDays(2)).truncatedTo(ChronoUnit.MICROS))
        .setAttempts(List.of(attempt(1, AttemptKind.AUTHORIZE, held)));
  }

  /** An approved attempt. */
  public static Attempt attempt(int number, AttemptKind kind, long cents) {
    return attempt(number, kind, cents, null);
  }

  /** An approved attempt that says what it moved. */
  public static Attempt moved(int number, AttemptKind kind, long asked, long moved) {
    return attempt(number, kind, asked, euro(moved));
  }

  private static Attempt attempt(int number, AttemptKind kind, long asked, @Nullable Money moved) {
    return new Attempt(
        number, kind, euro(asked), AttemptOutcome.APPROVED, "gateway-" + number, null, NOON, moved);
  }

  /** An amount. */
  public static Money euro(long cents) {
    return new Money(cents, "EUR");
  }
}
