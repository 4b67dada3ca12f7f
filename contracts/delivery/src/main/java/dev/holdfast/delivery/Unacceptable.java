package dev.holdfast.delivery;

/** A record that must not be applied; it is parked with this reason. */
public class Unacceptable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The reason says what is wrong, in which field, and how to mend it. */
  public Unacceptable(String reason) {
    super(reason);
  }

  /** As above, with what brought it to light. */
  public Unacceptable(String reason, Throwable cause) {
    super(reason, cause);
  }
}
