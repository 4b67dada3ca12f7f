package dev.holdfast.authorization;

import dev.holdfast.authorization.core.Agenda;
import dev.holdfast.authorization.core.Authorization;
import dev.holdfast.authorization.core.Environment;
import dev.holdfast.authorization.core.Tap;
import dev.holdfast.authorization.core.Work;
import dev.holdfast.authorization.core.admission.Admission.Admitted;
import dev.holdfast.authorization.core.admission.RequestKey;
import dev.holdfast.authorization.core.admission.Terminal;
import dev.holdfast.authorization.due.DueSettings;
import dev.holdfast.authorization.due.Leases;
import dev.holdfast.authorization.postgres.AuthorizationRow;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Gives a new payment its reference and its times. */
@ApplicationScoped
class OpenTap {
  private static final long VERSION_7 = 0x7000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;
  private static final long TWELVE_BITS = 0xFFFL;
  private static final int MILLIS_SHIFT = 16;

  private final Environment environment;
  private final DueSettings settings;
  private final Leases leases;
  private final SecureRandom random = new SecureRandom();

  OpenTap(
      @ConfigProperty(name = "holdfast.environment", defaultValue = "ACCEPTANCE")
          Environment environment,
      DueSettings settings,
      Leases leases) {
    this.environment = environment;
    this.settings = settings;
    this.leases = leases;
  }

  Tap at(Terminal terminal, String evseId, Admitted admitted, Instant now) {
    return new Tap(
        newReference(now),
        environment,
        new Tap.Reader(terminal.serial(), terminal.vendor(), admitted.cpoId()),
        evseId,
        terminal.overCommit(),
        admitted.amount(),
        now,
        now.plus(settings.cardTimeout()));
  }

  /** UUIDv7 (RFC 9562): milliseconds first, then 74 random bits. */
  private UUID newReference(Instant now) {
    long high =
        (now.toEpochMilli() << MILLIS_SHIFT) | VERSION_7 | (random.nextLong() & TWELVE_BITS);
    long low = VARIANT | (random.nextLong() >>> 2);
    return new UUID(high, low);
  }

  /** Its row, written as claimed: the caller arms the terminal. */
  AuthorizationRow row(Authorization state, @Nullable RequestKey key) {
    var now = state.tap().at();
    var agenda = new Agenda(Work.READ_CARD, now);
    var row = AuthorizationRow.of(state, agenda, now, key);
    leases.claim(row, now, now);
    return row;
  }
}
