package dev.holdfast.terminal;

import dev.holdfast.terminal.core.Decision;
import dev.holdfast.terminal.core.Decision.Changed;
import dev.holdfast.terminal.core.Decision.Noted;
import dev.holdfast.terminal.core.Decision.Refused;
import dev.holdfast.terminal.core.Decision.Unchanged;
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

  /** What became of the registration itself; what the clouds said is in the terminal after it. */
  public Uni<Decision> register(String serial, Registration registration, Expected expected) {
    return changeTerminals
        .change(serial, new Register(registration, null), expected)
        .call(decision -> isNew(decision) ? askVendor.about(serial) : Uni.createFrom().voidItem());
  }

  private static boolean isNew(Decision decision) {
    return switch (decision) {
      case Changed changed -> changed.change() == TerminalChange.REGISTERED;
      case Noted _, Unchanged _, Refused _ -> false;
    };
  }
}
