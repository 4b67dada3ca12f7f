package dev.holdfast.authorization;

import dev.holdfast.authorization.core.admission.RequestKey;
import dev.holdfast.authorization.core.admission.Terminal;
import dev.holdfast.authorization.core.admission.VendorStatus;
import dev.holdfast.authorization.gateway.Circuits;
import dev.holdfast.authorization.gateway.Gateways;
import dev.holdfast.authorization.postgres.TapTable;
import dev.holdfast.authorization.postgres.TapTable.Around;
import dev.holdfast.authorization.postgres.TerminalTable;
import dev.holdfast.delivery.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds a terminal, and what is around it, in the copies of what terminal-registry says. */
@ApplicationScoped
class FindTerminal {
  private final TerminalTable terminals;
  private final TapTable taps;
  private final Gateways gateways;
  private final Circuits circuits;

  FindTerminal(TerminalTable terminals, TapTable taps, Gateways gateways, Circuits circuits) {
    this.terminals = terminals;
    this.taps = taps;
    this.gateways = gateways;
    this.circuits = circuits;
  }

  /** The terminal as the registry last told of it; empty if it has not. */
  Uni<Optional<Terminal>> find(Transaction transaction, String serial) {
    return terminals.find(transaction, serial);
  }

  /** What is so around a terminal, and of a request with this key. */
  Uni<Around> around(Transaction transaction, String serial, @Nullable RequestKey key) {
    return taps.around(transaction, serial, key, gateways.environment());
  }

  /** Is there a gateway here for new payments at this terminal? */
  boolean isServed(Terminal terminal) {
    return gateways.serves(terminal.vendor());
  }

  /** A cloud that gives this instance no answer is down before a status page says so. */
  VendorStatus statusOf(Terminal terminal, Around around) {
    return circuits.of(terminal.vendor()).permits(1) == 1 ? around.vendor() : VendorStatus.DOWN;
  }
}
