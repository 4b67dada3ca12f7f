package dev.holdfast.terminal.core.payment;

/**
 * How many payments got so far that the card was judged or an attempt is unanswered, and how many
 * of these are in trouble: declined, failed, or unanswered. Negative in a difference of two.
 */
public record Tally(long finished, long troubled) {
  /** Nothing was counted. */
  public static final Tally NONE = new Tally(0, 0);

  static final Tally FINISHED = new Tally(1, 0);
  static final Tally TROUBLED = new Tally(1, 1);

  /** Both together. */
  public Tally plus(Tally other) {
    return new Tally(finished + other.finished, troubled + other.troubled);
  }

  /** What the other does not have. */
  public Tally minus(Tally other) {
    return new Tally(finished - other.finished, troubled - other.troubled);
  }

  /**
   * Is a greater part of these in trouble than of the others? Any trouble is more than that of no
   * others.
   */
  public boolean isWorseThan(Tally others) {
    return others.finished == 0
        ? troubled > 0
        : Math.multiplyExact(troubled, others.finished)
            > Math.multiplyExact(others.troubled, finished);
  }
}
