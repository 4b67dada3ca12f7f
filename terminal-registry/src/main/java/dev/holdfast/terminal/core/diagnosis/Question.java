package dev.holdfast.terminal.core.diagnosis;

/** What a diagnosis asks of a terminal, in the order in which one looks for the cause. */
public enum Question {
  VENDOR_UP(1, "vendor service is up"),
  REGISTERED(2, "serial is registered and well formed"),
  VENDOR_ENVIRONMENT(3, "vendor environment pairs with ours"),
  ONBOARDED(4, "vendor has onboarded it"),
  BOUND(5, "terminal is bound to a charger"),
  CONTRACTED(6, "CPO is contracted for contactless here"),
  HOLD(7, "hold amount fits the country"),
  OVER_COMMIT(8, "over-commit is set knowingly"),
  ONLINE(9, "terminal is online"),
  RECENT_PAYMENTS(10, "recent payments succeed"),
  STUCK_PAYMENTS(11, "no payment is stuck"),
  LAST_GOOD_PAYMENT(12, "last good payment");

  private final int number;
  private final String title;

  Question(int number, String title) {
    this.number = number;
    this.title = title;
  }

  /** Its place in the order, from 1. */
  public int number() {
    return number;
  }

  /** What should be so, in words. */
  public String title() {
    return title;
  }
}
