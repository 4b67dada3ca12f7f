package dev.holdfast.authorization;

import dev.holdfast.authorization.core.Environment;
import dev.holdfast.authorization.core.admission.Halt;
import dev.holdfast.authorization.core.admission.Terminal;
import dev.holdfast.authorization.core.admission.VendorStatus;
import dev.holdfast.authorization.gateway.Circuits;
import dev.holdfast.authorization.postgres.HaltTable;
import dev.holdfast.authorization.postgres.TerminalTable;
import dev.holdfast.authorization.postgres.VendorTable;
import dev.holdfast.delivery.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Finds a terminal and the cloud behind it in the copies of what terminal-registry says. */
@ApplicationScoped
class FindTerminal {
  private final Environment environment;
  private final TerminalTable terminals;
  private final VendorTable vendors;
  private final HaltTable halts;
  private final Circuits circuits;

  FindTerminal(
      @ConfigProperty(name = "holdfast.environment", defaultValue = "ACCEPTANCE")
          Environment environment,
      TerminalTable terminals,
      VendorTable vendors,
      HaltTable halts,
      Circuits circuits) {
    this.environment = environment;
    this.terminals = terminals;
    this.vendors = vendors;
    this.halts = halts;
    this.circuits = circuits;
  }

  /**
   * A terminal as the registry last told of it.
   *
   * @param halt where a person lets no taps in
   * @param vendor how the vendor's cloud is doing that pairs with this environment, which is the
   *     one that a payment here goes to
   */
  record Found(Terminal terminal, VendorStatus vendor, Optional<Halt> halt) {}

  /** The terminal with this serial; empty if the registry has not told of it. */
  Uni<Optional<Found>> find(Transaction transaction, String serial) {
    return terminals
        .find(transaction, serial)
        .chain(terminal ->
            terminal
                .map(known -> withVendor(transaction, known).map(Optional::of))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
  }

  private Uni<Found> withVendor(Transaction transaction, Terminal terminal) {
    return vendors
        .status(transaction, environment.cloudOf(terminal.vendor()))
        .map(status -> isAnswering(terminal) ? status : VendorStatus.DOWN)
        .chain(status ->
            halts
                .ofTaps(transaction, terminal.vendor(), terminal.cpoId())
                .map(halt -> new Found(terminal, status, halt)));
  }

  /** A cloud that gives this instance no answer is down before a status page says so. */
  private boolean isAnswering(Terminal terminal) {
    return circuits.of(terminal.vendor()).permits(1) == 1;
  }
}
