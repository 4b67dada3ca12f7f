package dev.holdfast.authorization.core;

/** What the rules say to a command. */
public sealed interface Decision {
  /** The state after it, one version higher, and what that version is about. */
  record Changed(Authorization next, Change change) implements Decision {}

  /** A step on the way that is written before it is gone, and told when it is done. */
  record Prepared(Authorization next) implements Decision {}

  /** Nothing to do: a duplicate, or a race that something else has won. */
  record Ignored(String why) implements Decision {}

  /** Not possible in this state; the asker is told why. */
  record Refused(Refusal why) implements Decision {}
}
