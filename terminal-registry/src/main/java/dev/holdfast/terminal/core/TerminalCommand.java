package dev.holdfast.terminal.core;

import dev.holdfast.terminal.core.vendor.CloudAnswer;
import dev.holdfast.terminal.core.vendor.VendorEnvironment;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What can happen to a terminal. */
public sealed interface TerminalCommand {
  /** The charger that it is to be on; null where the command does not say. */
  default @Nullable Place newPlace() {
    return switch (this) {
      case Register register -> register.place();
      case Bind bind -> bind.place();
      case Unbind _, Retire _, Hear _, Reconsider _ -> null;
    };
  }

  /**
   * Make it known, or say something else of it.
   *
   * @param place its charger from now on; null to leave that as it is
   */
  record Register(Registration registration, @Nullable Place place) implements TerminalCommand {}

  /** Its charger is this one from now on. */
  record Bind(Place place) implements TerminalCommand {}

  /** It is on no charger from now on. */
  record Unbind() implements TerminalCommand {}

  /** It is out of use for ever. */
  record Retire() implements TerminalCommand {}

  /** The vendor's clouds were asked for it. */
  record Hear(Map<VendorEnvironment, CloudAnswer> answers) implements TerminalCommand {
    /** Keeps its own copy. */
    public Hear {
      answers = Map.copyOf(answers);
    }
  }

  /** Something around it changed: its CPO, or the day. */
  record Reconsider() implements TerminalCommand {}
}
