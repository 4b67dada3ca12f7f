package dev.holdfast.delivery;

import org.jspecify.annotations.Nullable;

/**
 * A stored row holds what this version does not know: a newer version wrote it, and can read it.
 * Whoever reads a row throws this instead of guessing; a record for such a row waits for the newer
 * version and is replayed by itself.
 */
public final class WrittenByNewer extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Names what could not be read.
   *
   * @param row the row as an operator would look for it, for example {@code authorization 0199c5f0}
   * @param unknown what this version does not know of it, for example {@code the field "tip"}
   * @param cause what the reader said, for the log; null if there is nothing
   */
  public WrittenByNewer(String row, String unknown, @Nullable Throwable cause) {
    super(
        row + " was written by a newer version of this service: this one does not know " + unknown,
        cause);
  }
}
