package dev.holdfast.terminal;

import dev.holdfast.terminal.core.Decision;
import dev.holdfast.terminal.core.Decision.Changed;
import dev.holdfast.terminal.core.Expected;
import dev.holdfast.terminal.core.Registration;
import dev.holdfast.terminal.core.TerminalChange;
import dev.holdfast.terminal.core.TerminalCommand.Register;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Makes a terminal known, and asks the vendor's clouds for it when it is new. */
@ApplicationScoped
public class RegisterTerminal {
  private final ChangeTerminals changeTerminals;
  private final AskVendor askVendor;

  RegisterTerminal(ChangeTerminals changeTerminals, AskVendor askVendor) {
    this.changeTerminals = changeTerminals;
    this.askVendor = askVendor;
  }

  /** What became of the registration; of a new terminal with what the clouds said of it. */
  public Uni<Decision> register(String serial, Registration registration, Expected expected) {
    return changeTerminals
        .change(serial, new Register(registration, null), expected)
        .chain(decision ->
            decision instanceof Changed changed && changed.before() == null
                ? askVendor.about(changed.after()).map(heard -> asNew(heard, decision))
                : Uni.createFrom().item(decision));
  }

  private static Decision asNew(Decision heard, Decision registered) {
    return heard
        .terminal()
        .<Decision>map(terminal -> new Changed(null, terminal, TerminalChange.REGISTERED))
        .orElse(registered);
  }
}
