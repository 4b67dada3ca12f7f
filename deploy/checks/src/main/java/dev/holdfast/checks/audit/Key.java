package dev.holdfast.checks.audit;

import java.util.UUID;

/** What a version is about: a payment, a terminal, an entry. There may be millions: kept small. */
sealed interface Key {

  /** Most keys are UUIDs, which take a third of the room that their text does. */
  record OfUuid(UUID uuid) implements Key {
    @Override
    public String toString() {
      return uuid.toString();
    }
  }

  /** Any other. */
  record OfText(String text) implements Key {
    @Override
    public String toString() {
      return text;
    }
  }

  /** The key of that text, which it gives back. */
  static Key of(String text) {
    try {
      UUID uuid = UUID.fromString(text);
      return uuid.toString().equals(text) ? new OfUuid(uuid) : new OfText(text);
    } catch (IllegalArgumentException other) {
      return new OfText(text);
    }
  }
}
