package dev.holdfast.authorization;

import dev.holdfast.authorization.core.admission.Terminal;
import dev.holdfast.authorization.core.admission.VendorCloud;
import dev.holdfast.authorization.postgres.TerminalTable;
import dev.holdfast.authorization.postgres.VendorTable;
import dev.holdfast.delivery.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Keeps copies of what terminal-registry says, so that a tap asks no other service. */
@ApplicationScoped
public class CopyRegistry {
  private final TerminalTable terminals;
  private final VendorTable vendors;

  CopyRegistry(TerminalTable terminals, VendorTable vendors) {
    this.terminals = terminals;
    this.vendors = vendors;
  }

  /** Keeps the newest version of each terminal. */
  public Uni<Void> terminals(Transaction transaction, List<Terminal> changed) {
    return terminals.keep(transaction, changed);
  }

  /** Keeps the newest version of how each cloud is doing. */
  public Uni<Void> vendors(Transaction transaction, List<VendorCloud> changed) {
    return vendors.keep(transaction, changed);
  }
}
