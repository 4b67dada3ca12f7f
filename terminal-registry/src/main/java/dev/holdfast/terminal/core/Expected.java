package dev.holdfast.terminal.core;

/** Which version somebody believes in who wants to change it: two who change it do not both win. */
public sealed interface Expected {
  /** Whatever it is. */
  record Anything() implements Expected {}

  /** Some version: it exists. */
  record Something() implements Expected {}

  /** None: it is not known yet. */
  record Nothing() implements Expected {}

  /** This one. */
  record Version(long version) implements Expected {}

  /** Is that what is there? A version of 0 says that nothing is. */
  default boolean is(long version) {
    return switch (this) {
      case Anything _ -> true;
      case Something _ -> version > 0;
      case Nothing _ -> version == 0;
      case Version(long expected) -> version == expected;
    };
  }
}
