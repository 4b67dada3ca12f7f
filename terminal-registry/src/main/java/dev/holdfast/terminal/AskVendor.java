package dev.holdfast.terminal;

import dev.holdfast.terminal.core.Decision;
import dev.holdfast.terminal.core.Terminal;
import dev.holdfast.terminal.core.TerminalCommand.Hear;
import dev.holdfast.terminal.vendor.Vendors;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Asks a vendor's clouds for a terminal and keeps what they say; never inside a transaction. */
@ApplicationScoped
public class AskVendor {
  private final Vendors vendors;
  private final ChangeTerminals changeTerminals;

  AskVendor(Vendors vendors, ChangeTerminals changeTerminals) {
    this.vendors = vendors;
    this.changeTerminals = changeTerminals;
  }

  /** Asks both of its vendor's clouds for a terminal now. */
  public Uni<Decision> about(Terminal terminal) {
    var serial = terminal.serial();
    return vendors
        .ask(terminal.dossier().registration().vendor(), serial)
        .chain(answers -> changeTerminals.change(serial, new Hear(answers)));
  }
}
