package dev.holdfast.checks.audit;

/** What the audit needs does not answer, or refuses: nothing was compared. */
public final class Unreachable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says in a sentence who does not answer, where, and why. */
  public Unreachable(String sentence, Throwable cause) {
    super(sentence, cause);
  }

  /** Says it in a sentence where nothing has failed but time. */
  public Unreachable(String sentence) {
    super(sentence);
  }
}
