package dev.holdfast.delivery;

/**
 * A commit was asked for and its answer was lost: what it says was done, or it was not. Only who
 * asked can tell what is right: ask again, as everything here may be asked twice.
 */
public final class CommitUnknown extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CommitUnknown(Throwable lost) {
    super("The database did not say whether it has kept this", lost);
  }
}
