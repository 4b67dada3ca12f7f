package dev.holdfast.settlement.core.payment;

import dev.holdfast.settlement.core.payment.Resolution.Word;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A refund that support wants without any correction of the session; kept for ever.
 *
 * @param key sent again with the same wish, it asks for nothing new
 * @param asked who wants it, why, and since when
 * @param ruling null while it waits for a second person
 */
public record Goodwill(String key, Code code, Money amount, Word asked, @Nullable Ruling ruling) {

  /** What it is for. */
  public enum Code {
    CHARGER_FAULT,
    SLOW_CHARGING,
    WRONG_PRICE_SHOWN,
    BLOCKED_BAY,
    COURTESY
  }

  /** Where it stands. */
  public enum State {
    WAITING,
    GRANTED,
    REJECTED,
    /** It was granted, the gateway did not pay it, and a person gave it up. */
    GIVEN_UP
  }

  /**
   * What was decided about it.
   *
   * @param word of who decided; of who asked, where one person was enough
   * @param refunds how many were known: the next one pays it
   */
  public record Ruling(State state, Word word, int refunds) {}

  /** Where it stands. */
  public State state() {
    return ruling == null ? State.WAITING : ruling.state();
  }

  /** Does the refund with this place in their order pay it? Also one that comes late. */
  boolean isPaidBy(int refund) {
    return ruling != null && ruling.state() != State.REJECTED && ruling.refunds() == refund;
  }

  /** Is it granted and not paid, once there were so many refunds? */
  boolean isOpenAfter(int refunds) {
    return state() == State.GRANTED && isPaidBy(refunds);
  }

  /** Is it this wish? */
  public boolean isOf(Code wanted, Money much, Word word) {
    return code == wanted && amount.equals(much) && says(asked, word);
  }

  /** Was this decided about it? */
  public boolean wasRuled(State decided, Word word) {
    return ruling != null && ruling.state() == decided && says(ruling.word(), word);
  }

  private static boolean says(Word one, Word other) {
    return one.by().equals(other.by()) && one.reason().equals(other.reason());
  }

  Goodwill with(Ruling ruled) {
    return new Goodwill(key, code, amount, asked, ruled);
  }
}
