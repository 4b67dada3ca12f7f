package dev.holdfast.terminal.core;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What became of a command to a terminal. */
public sealed interface Decision {
  /** The terminal as it is now; empty where the command was refused. */
  default Optional<Terminal> terminal() {
    return switch (this) {
      case Changed changed -> Optional.of(changed.after());
      case Noted noted -> Optional.of(noted.after());
      case Unchanged unchanged -> Optional.of(unchanged.known());
      case Refused _ -> Optional.empty();
    };
  }

  /**
   * A new version, to be kept and published.
   *
   * @param before null where the terminal is new
   */
  record Changed(@Nullable Terminal before, Terminal after, TerminalChange change)
      implements Decision {}

  /**
   * The vendor's clouds were heard, or the next review was moved, and nothing else follows: to be
   * kept, not published.
   */
  record Noted(Terminal before, Terminal after) implements Decision {}

  /** It was so already. */
  record Unchanged(Terminal known) implements Decision {}

  /** It cannot be. */
  record Refused(Refusal refusal) implements Decision {}
}
