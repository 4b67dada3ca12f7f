package dev.holdfast.terminal.postgres;

/** Patterns for {@code like ... escape '!'}. */
final class Like {
  private Like() {}

  /** Texts that begin so, whatever signs it has. */
  static String beginning(String prefix) {
    return prefix.replaceAll("[!%_]", "!$0") + "%";
  }
}
