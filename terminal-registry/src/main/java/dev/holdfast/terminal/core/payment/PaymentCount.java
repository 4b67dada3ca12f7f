package dev.holdfast.terminal.core.payment;

/**
 * How many payments got so far that the card was judged or an attempt is unanswered, and how many
 * of these are in trouble: declined, failed, or unanswered. Negative in a difference of two.
 */
public record PaymentCount(long finished, long troubled) {
  /** Nothing was counted. */
  public static final PaymentCount NONE = new PaymentCount(0, 0);

  static final PaymentCount FINISHED = new PaymentCount(1, 0);
  static final PaymentCount TROUBLED = new PaymentCount(1, 1);

  /** Both together. */
  public PaymentCount plus(PaymentCount other) {
    return new PaymentCount(finished + other.finished, troubled + other.troubled);
  }

  /** What the other does not have. */
  public PaymentCount minus(PaymentCount other) {
    return new PaymentCount(finished - other.finished, troubled - other.troubled);
  }

  /**
   * Is a greater part of these in trouble than of the others? Any trouble is more than that of no
   * others.
   */
  public boolean isWorseThan(PaymentCount others) {
    return others.finished == 0
        ? troubled > 0
        : Math.multiplyExact(troubled, others.finished)
            > Math.multiplyExact(others.troubled, finished);
  }
}
