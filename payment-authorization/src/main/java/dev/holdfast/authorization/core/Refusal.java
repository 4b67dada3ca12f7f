package dev.holdfast.authorization.core;

/** Why a command is not possible in a state. */
public enum Refusal {
  BANK_IS_ASKED("The card's bank is being asked: cancel when it has answered"),
  CAPTURE_BEGUN("Money is being taken: too late to cancel"),
  CAPTURE_MADE("Money was taken: it can only be refunded"),
  REFUND_BEGUN("Money is being paid back: too late to cancel"),
  STALE("The payment has changed since: read it again, and send its newest version"),
  NOTHING_OPEN("There is nothing of this kind to resolve"),
  NO_SUCH_ATTENTION("Nothing with this number needs attention"),
  /** A settlement knows a hold only from us: one that orders without a hold has gone wrong. */
  NO_HOLD("An order to settle, while there is no hold on the card");

  private final String words;

  Refusal(String words) {
    this.words = words;
  }

  /** For whoever asked: what is the matter, and what can be done instead, if anything. */
  public String words() {
    return words;
  }
}
