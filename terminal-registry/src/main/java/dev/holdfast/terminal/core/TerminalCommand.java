package dev.holdfast.terminal.core;

import java.util.Map;

/** What can happen to a terminal. */
public sealed interface TerminalCommand {
  /** Make it known, or say something else of it. */
  record Register(Registration registration) implements TerminalCommand {}

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
