package dev.holdfast.authorization;

import dev.holdfast.authorization.core.Admission.Admitted;
import dev.holdfast.authorization.core.Agenda;
import dev.holdfast.authorization.core.Authorization;
import dev.holdfast.authorization.core.Environment;
import dev.holdfast.authorization.core.Tap;
import dev.holdfast.authorization.core.Terminal;
import dev.holdfast.authorization.core.Work;
import dev.holdfast.authorization.postgres.AuthorizationRow;
import dev.holdfast.authorization.postgres.RequestKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Gives a new payment its reference and its times. */
@ApplicationScoped
class OpenTap {
  private final Environment environment;
  private final Settings settings;
  private final Leases leases;
  private final References references = new References();

  OpenTap(
      @ConfigProperty(name = "holdfast.environment", defaultValue = "ACCEPTANCE")
          Environment environment,
      Settings settings,
      Leases leases) {
    this.environment = environment;
    this.settings = settings;
    this.leases = leases;
  }

  Tap at(Terminal terminal, String evseId, Admitted admitted, Instant now) {
    return new Tap(
        references.next(now),
        environment,
        new Tap.Reader(terminal.serial(), terminal.vendor(), admitted.cpoId()),
        evseId,
        terminal.overCommit(),
        admitted.amount(),
        now,
        now.plus(settings.cardTimeout()));
  }

  /** Its row, written as claimed: the caller arms the terminal. */
  AuthorizationRow row(Authorization state, @Nullable RequestKey key) {
    var now = state.tap().at();
    var agenda = new Agenda(Work.READ_CARD, now);
    var row = AuthorizationRow.of(state, Optional.of(agenda), key);
    leases.claim(row, now, now);
    return row;
  }
}
