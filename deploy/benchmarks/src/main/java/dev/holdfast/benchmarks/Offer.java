package dev.holdfast.benchmarks;

/** How payments come. */
sealed interface Offer {
  /** So many terminals are needed. */
  int terminals();

  /** In words. */
  String told();

  /** Taps come at fixed moments, whether or not those before are done: an open model. */
  record AtRate(double perSecond) implements Offer {
    private static final int FEWEST = 10;
    private static final int MOST = 200;

    /** A terminal is taken for as long as its tap lasts. */
    private static final int SECONDS_A_TAP = 4;

    @Override
    public int terminals() {
      return Math.clamp(Math.round(perSecond * SECONDS_A_TAP), FEWEST, MOST);
    }

    @Override
    public String told() {
      return "%s payments a second are offered".formatted(perSecond);
    }
  }

  /**
   * Each driver has a terminal, and taps as soon as the payment before is in the books: a closed
   * model, which shows the ceiling.
   */
  record Drivers(int count) implements Offer {
    @Override
    public int terminals() {
      return count;
    }

    @Override
    public String told() {
      return "%d drivers pay one time after the other".formatted(count);
    }
  }
}
