package dev.holdfast.terminal.core;

import dev.holdfast.terminal.core.Refusal.OtherVersion;
import dev.holdfast.terminal.core.Refusal.OtherVersion.ChangedMeanwhile;
import dev.holdfast.terminal.core.Refusal.OtherVersion.VersionNeeded;
import java.util.Optional;

/** Which version somebody believes in who wants to change it: two who change it do not both win. */
public sealed interface Expected {
  /** Whatever it is, or none: for who decides from what is locked. */
  record Anything() implements Expected {}

  /** Nobody said: enough only to make known what is not. */
  record Unsaid() implements Expected {}

  /** Some version: it exists. */
  record Something() implements Expected {}

  /** None: it is not known yet. */
  record Nothing() implements Expected {}

  /** This one. */
  record Version(long version) implements Expected {}

  /** Why it is not changed from that version, of which 0 says that nothing is there. */
  default Optional<OtherVersion> refusal(long version) {
    return switch (this) {
      case Unsaid _ when version > 0 -> Optional.of(new VersionNeeded(version));
      case Something _ when version == 0 -> Optional.of(new ChangedMeanwhile(version));
      case Nothing _ when version > 0 -> Optional.of(new ChangedMeanwhile(version));
      case Version(long expected) when version != expected ->
          Optional.of(new ChangedMeanwhile(version));
      case Anything _, Unsaid _, Something _, Nothing _, Version _ -> Optional.empty();
    };
  }
}
