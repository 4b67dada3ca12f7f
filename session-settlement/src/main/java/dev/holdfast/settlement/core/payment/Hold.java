package dev.holdfast.settlement.core.payment;

import java.time.Instant;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The newest known state of the hold on the card.
 *
 * @param version of the authorization; an older one is ignored
 * @param reason why it was declined, abandoned or failed; null where nothing went wrong
 */
public record Hold(
    long version, Standing standing, Grant grant, Moves moves, @Nullable String reason) {

  /** Where the hold stands; all but HELD are over: nothing more is taken from them. */
  public enum Standing {
    HELD,
    CAPTURED,
    CAPTURE_FAILED,
    RELEASED,
    EXPIRED,
    DECLINED,
    ABANDONED
  }

  /**
   * What was granted: zero where the bank declined; whether more may be tried; until when.
   *
   * @param card null where nothing is known of it
   */
  public record Grant(
      String cpoId,
      Money authorized,
      boolean overCommit,
      @Nullable Instant expiresAt,
      @Nullable Card card) {}

  /**
   * The card, and what its bank was asked for.
   *
   * @param scheme as the gateway names it; null where it does not
   * @param requested where the bank granted a part of it; else null
   */
  public record Card(@Nullable String scheme, @Nullable Money requested) {}

  /** The money that moved since; the capture is null while nothing was taken. */
  public record Moves(@Nullable Capture capture, Money released, List<Refund> refunds) {
    /** The list is copied. */
    public Moves {
      refunds = List.copyOf(refunds);
    }
  }

  /**
   * Money really taken, by the attempt of this number.
   *
   * @param receipt how the gateway knows it, by the name that stored states have for it; null where
   *     the gateway did not say
   */
  public record Capture(int number, Method method, Money amount, @Nullable GatewayTrace receipt) {
    /** One that the gateway did not name. */
    public Capture(int number, Method method, Money amount) {
      this(number, method, amount, null);
    }
  }

  /**
   * Money paid back, by the attempt of this number; the gateway may not have named it.
   *
   * @param asked what that attempt asked for, where the gateway paid less; else null
   */
  public record Refund(
      int number, Money amount, @Nullable Money asked, @Nullable GatewayTrace receipt) {}

  /** What was held on the card. */
  public Money authorized() {
    return grant.authorized();
  }

  /** Did the bank grant less than it was asked for? */
  public boolean isPartOfWhatWasAsked() {
    Card card = grant.card();
    return card != null && card.requested() != null;
  }

  /** What was taken, refunds not deducted. */
  public Money captured() {
    Capture capture = moves.capture();
    return capture == null ? zero() : capture.amount();
  }

  /** What of the hold was given back. */
  public Money released() {
    return moves.released();
  }

  /** What of the captured amount was paid back. */
  public Money refunded() {
    return zero().plus(moves.refunds().stream().map(Refund::amount).toList());
  }

  /** Was the gateway asked for this by its last refund, and did not pay it? */
  public boolean hasNotPaid(Money toRefund) {
    if (moves.refunds().isEmpty()) {
      return false;
    }
    Refund last = moves.refunds().getLast();
    return last.asked() != null && !toRefund.isGreaterThan(last.asked().minus(last.amount()));
  }

  /** Nothing, in the hold's currency. */
  public Money zero() {
    return Money.zero(authorized().getCurrencyUnit());
  }

  /** Of the attempt that took the money; 0 where none did. */
  public String captureNumber() {
    Capture capture = moves.capture();
    return capture == null ? "0" : Integer.toString(capture.number());
  }

  /** Is nothing more to be taken from it? */
  public boolean isOver() {
    return standing != Standing.HELD;
  }

  /** Newer than the other, and not just a newer number on the same content. */
  public boolean supersedes(Hold other) {
    return version > other.version
        && !equals(new Hold(version, other.standing, other.grant, other.moves, other.reason));
  }

  /** Had it lapsed by then? */
  public boolean hadExpiredBy(Instant time) {
    Instant expiresAt = grant.expiresAt();
    return expiresAt != null && !expiresAt.isAfter(time);
  }
}
