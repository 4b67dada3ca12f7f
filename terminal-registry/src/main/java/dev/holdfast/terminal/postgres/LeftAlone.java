package dev.holdfast.terminal.postgres;

/** A row that somebody asks for cannot be read by this version, and so is left as it is. */
public final class LeftAlone extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says which row, and why, in a sentence for a person. */
  public LeftAlone(String why) {
    super(why);
  }
}
