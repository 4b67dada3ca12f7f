package dev.holdfast.authorization;

import dev.holdfast.authorization.core.Admission.Admitted;
import dev.holdfast.authorization.core.Environment;
import dev.holdfast.authorization.core.Tap;
import dev.holdfast.authorization.core.Terminal;
import dev.holdfast.authorization.core.Work;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Gives a new payment its reference and its times. */
@ApplicationScoped
class OpenTap {
  private final Environment environment;
  private final Settings settings;
  private final Leases leases;
  private final Clock clock;
  private final References references = new References();

  OpenTap(
      @ConfigProperty(name = "holdfast.environment", defaultValue = "ACCEPTANCE")
          Environment environment,
      Settings settings,
      Leases leases,
      Clock clock) {
    this.environment = environment;
    this.settings = settings;
    this.leases = leases;
    this.clock = clock;
  }

  Tap at(Terminal terminal, String evseId, Admitted admitted) {
    var now = clock.instant();
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

  Instant leaseEnd() {
    return leases.until(Work.READ_CARD);
  }
}
